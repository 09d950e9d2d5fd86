using System.Diagnostics;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The campaign of one area on one target: all its cases, in blocks, merged and shrunk.</summary>
/// <param name="area">The area.</param>
/// <param name="settings">How much is done.</param>
/// <param name="progress">Told after every block; may be null.</param>
public sealed class Campaign(Area area, CampaignSettings settings, Action<CampaignProgress>? progress)
{
    private readonly CampaignTally _tally = new(area);
    private readonly List<CaseRange> _done = [];
    private readonly TimeSpan _before = settings.Journal?.Before ?? TimeSpan.Zero;
    private readonly Stopwatch _clock = new();
    private readonly Lock _lock = new();
    private readonly List<IBlockSource> _sources = [];
    private long _next = settings.Draws.First;
    private Exception? _broken;

    /// <summary>Runs the campaign on a target in this process.</summary>
    /// <param name="source">Where the target comes from.</param>
    /// <returns>What it has shown.</returns>
    public CampaignResult RunHere(TargetSource source) =>
        Run(() => new LocalBlockSource(
            area, source, settings.Draws, NoHeartbeat.Instance, settings.Areas)
        {
            Record = BlockRecord.Of(settings.Record ?? "", settings.Seed),
        });

    /// <summary>Runs the campaign in worker processes.</summary>
    /// <param name="source">Where the target comes from.</param>
    /// <param name="command">How a worker is started.</param>
    /// <returns>What it has shown.</returns>
    public CampaignResult RunInWorkers(TargetSource source, WorkerCommand command) =>
        Run(() => new WorkerBlockSource(area, source.Connection, settings.Draws, command, Left)
        {
            Record = settings.Record ?? "",
        });

    /// <summary>Runs the campaign.</summary>
    /// <param name="open">Makes whatever runs blocks; called once for every worker.</param>
    /// <returns>What it has shown.</returns>
    internal CampaignResult Run(Func<IBlockSource> open)
    {
        _clock.Start();
        try
        {
            var first = Keep(InSlot(open));
            if (first.Capabilities is { } own && area.Omits(own) is { } omitted) throw new AdapterException(omitted);
            Restore(first);
            OnThreads(settings.Workers, i => RunBlocks(i == 0 ? first : Keep(InSlot(open))));
            settings.Journal?.Flush(Elapsed);
            ThrowIfBroken();
            var ran = Elapsed.TotalSeconds;
            var failures = ShrinkAll();
            ThrowIfBroken();
            var growth = settings.GrowsCorpus && GoesOnShrinking() ? InSlot(() => Grow(first)) : null;
            var result = new CampaignResult(
                area, first.Identity, first.Capabilities, _tally.Evidence, failures, Elapsed.TotalSeconds, ran)
            {
                Growth = growth,
                Unavailable = (_broken as TargetUnavailableException)?.Message,
            };
            if (!settings.Stop.IsCancellationRequested) settings.Journal?.End(result);
            return result;
        }
        finally
        {
            foreach (var source in _sources) source.Dispose();
        }
    }

    private TimeSpan Elapsed => _before + _clock.Elapsed;

    // What was run before the process ended counts as if it had been run now.
    private void Restore(IBlockSource source)
    {
        if (settings.Journal is not { } journal) return;
        journal.Open(source.Identity, source.Capabilities);
        foreach (var ran in journal.Done(settings.Time is not null))
        {
            _tally.Add(ran.Result);
            _done.AddRange(ran.Cases.AsSpan());
        }
    }

    private IBlockSource Keep(IBlockSource source)
    {
        lock (_lock) _sources.Add(source);
        return source;
    }

    private T InSlot<T>(Func<T> work) => settings.Slots is { } slots ? slots.Do(work) : work();

    // A target that goes after it has shown something is no fault of the campaign.
    private void ThrowIfBroken()
    {
        if (_broken is null || (_broken is TargetUnavailableException && _tally.Evidence.CasesRun > 0)) return;
        throw _broken is TargetUnavailableException or JournalException
            ? _broken
            : new SuiteException(_broken.ToString());
    }

    // Every failure is shrunk from a fresh target on, so it does not matter by which worker.
    private Failure[] ShrinkAll()
    {
        var failures = _tally.Failures;
        var next = -1;
        OnThreads(Math.Min(_sources.Count, failures.Length), worker =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < failures.Length;)
            {
                var failure = failures[i];
                failures[i] = settings.Journal?.ShrunkOf(failure) ?? InSlot(
                    () => GoesOnShrinking() ? ShrinkUnlessGone(_sources[worker], failure) : failure);
            }
        });
        return failures;
    }

    private CorpusGrowth Grow(IBlockSource source) =>
        new CorpusSearch(area, source, settings.Draws, settings.ExplainEvaluations).Run(
            _tally.Evidence.Covered, (long)_tally.Evidence.CasesRun, GoesOnShrinking);

    private bool GoesOnShrinking() => !settings.Stop.IsCancellationRequested && _broken is null;

    // What was found is reported even if the target cannot be started any more.
    private Failure ShrinkUnlessGone(IBlockSource source, Failure failure)
    {
        try
        {
            var shrunk = Shrink(source, failure);
            settings.Journal?.AddShrunk(shrunk);
            return shrunk;
        }
        catch (TargetUnavailableException exception)
        {
            lock (_lock) _broken ??= exception;
            return failure;
        }
    }

    // The first of them on this thread.
    private void OnThreads(int count, Action<int> work)
    {
        var threads = new List<Thread>();
        for (var i = 1; i < count; i++)
        {
            var worker = i;
            var thread = new Thread(() => Guard(() => work(worker)));
            thread.Start();
            threads.Add(thread);
        }

        if (count > 0) Guard(() => work(0));
        foreach (var thread in threads) thread.Join();
    }

    private void Guard(Action run)
    {
        try
        {
            run();
        }
        catch (Exception exception)
        {
            lock (_lock) _broken ??= exception;
        }
    }

    private void RunBlocks(IBlockSource source)
    {
        while (TryTake(out var first, out var count))
        {
            var (start, length) = (first, count);
            var result = InSlot(() => source.Run(start, length, GoesOn));
            lock (_lock)
            {
                _tally.Add(result);
                settings.Journal?.Add(result, length, Elapsed, settings.Time is not null);
                progress?.Invoke(new CampaignProgress(
                    _tally.Evidence.CasesRun, _tally.Evidence.Operations, _tally.Signatures, _clock.Elapsed));
            }
        }
    }

    private bool TryTake(out long first, out int count)
    {
        lock (_lock)
        {
            while (true)
            {
                first = _next;
                count = (int)(BlockRunner.After(first) - first);
                var sweep = FailureSweep.Numbers(area.FailingCalls.Count == 0 ? 0 : settings.FailNth);
                if (settings.Time is null && first >= settings.Cases && !FailureSweep.Has(first))
                    _next = first = sweep.First;
                var end = FailureSweep.Has(first) ? sweep.End : settings.Cases;
                if (settings.Time is null) count = (int)Math.Min(count, end - first);
                if (count <= 0 || !GoesOn() || _broken is not null) return false;
                _next += count;
                if (IsOpen(first)) return true;
            }
        }
    }

    private bool IsOpen(long first) =>
        settings.Shard.HasBlockAt(first) && !_done.Exists(cases => cases.Has(first));

    private bool GoesOn() =>
        !settings.Stop.IsCancellationRequested && (settings.Time is not { } time || Elapsed < time);

    private TimeSpan? Left() => settings.Time is { } time ? time - Elapsed : null;

    // A failure is first shown on a fresh target; one that needs what went before it is shrunk together with that,
    // and one that no used target shows on fresh ones.
    private Failure Shrink(IBlockSource source, Failure failure)
    {
        source.Renew();
        var shown = source.Evaluate(failure.Configuration, failure.Operations);
        var needsHistory = Confirmation.Find(shown, failure.Signature) is null;
        if (needsHistory)
        {
            if (new History(area, source, settings.Draws).Prepend(failure) is not { } longer)
                return failure with { Reproduced = 0 };
            failure = longer;
        }

        var isFresh = !needsHistory && FreshTarget.IsNeeded(source, failure);
        var budget = failure.IsLoss ? Math.Min(Shrinker.LossEvaluations, settings.ShrinkEvaluations)
            : isFresh ? Math.Min(settings.FreshEvaluations, settings.ShrinkEvaluations)
            : settings.ShrinkEvaluations;
        var evaluate = isFresh || needsHistory ? FreshTarget.Of(source) : source.Evaluate;
        var shrunk = new Shrinker(area, evaluate, !area.FixesConfiguration(source.Capabilities), budget)
            .Shrink(failure);
        if (needsHistory) shrunk = shrunk with { Before = History.CountIn(area, shrunk.Operations) };
        var confirmed = Confirmation.Of(area, source, shrunk);
        var left = isFresh ? budget - shrunk.Evaluations : settings.ExplainEvaluations;
        if (!needsHistory) confirmed = Explainer.Explain(area, source, evaluate, confirmed, left);
        return WithSecondOpinion(source, confirmed);
    }

    // Whoever was lost has no answers that could be judged, and what only warns accuses nobody.
    private static Failure WithSecondOpinion(IBlockSource source, Failure failure)
    {
        if (failure.Seen is not [.., not Lost] || !failure.Violation.Requirement.Fails) return failure;
        source.Renew();
        return failure with { SecondOpinion = source.AskAgain(failure.Configuration, failure.Operations) };
    }
}
