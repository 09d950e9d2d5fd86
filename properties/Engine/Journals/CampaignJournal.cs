using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The part of a run's journal that is about one campaign.</summary>
public sealed class CampaignJournal
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private const int Share = 100;

    private readonly RunJournal _journal;
    private readonly JournalEvent.Opened _campaign;
    private readonly Func<TargetIdentity, Failure, Withheld?> _withheld;
    private readonly Area _area;
    private readonly CampaignRecord? _known;
    private readonly List<RanCases> _gathered = [];
    private TargetIdentity _identity = new("", "");
    private TimeSpan _written;

    internal CampaignJournal(
        RunJournal journal, Area area, JournalEvent.Opened campaign,
        Func<TargetIdentity, Failure, Withheld?> withheld, CampaignRecord? known) =>
        (_journal, _area, _campaign, _withheld, _known) = (journal, area, campaign, withheld, known);

    /// <summary>How long the campaign had taken before it goes on.</summary>
    internal TimeSpan Before => _known?.Elapsed ?? TimeSpan.Zero;

    /// <summary>The target is started.</summary>
    /// <exception cref="JournalException">It is not the one that was started before.</exception>
    internal void Open(TargetIdentity identity, Capabilities? capabilities)
    {
        _identity = identity;
        var opened = _campaign with
        {
            Name = identity.Name,
            Version = identity.Version,
            Capabilities = capabilities is null ? "" : WorkerLine.WriteValue(capabilities, _area.CapabilitiesType!),
        };
        if (_known is null) _journal.Write(opened);
        else if (_known.Opened is var before && (before.Name, before.Version) != (opened.Name, opened.Version))
            throw Other($"{before.Name} {before.Version}", $"{opened.Name} {opened.Version}");
        else if (_known.Opened.Capabilities != opened.Capabilities)
            throw Other("able to do something", "able to do something else");
        _written = Before;
    }

    /// <summary>The cases that need not be run again, with what they have shown.</summary>
    internal IEnumerable<RanCases> Done(bool hasTime) => _known?.Done(hasTime) ?? [];

    /// <summary>A block was run.</summary>
    /// <param name="result">What it has shown.</param>
    /// <param name="count">How many cases it has.</param>
    /// <param name="elapsed">How long the campaign has taken.</param>
    /// <param name="hasTime">
    /// Whether the campaign runs for a time: then there may be millions of blocks, and a line has as many as are run
    /// in a hundredth of the time that it has taken, a second at least.
    /// </param>
    internal void Add(BlockResult result, int count, TimeSpan elapsed, bool hasTime)
    {
        List<Failure> told = [];
        List<JournalWithheld> withheld = [];
        foreach (var failure in result.Failures)
        {
            if (_withheld(_identity, failure) is { } reason) withheld.Add(JournalWithheld.Of(failure, reason));
            else told.Add(failure);
        }

        var ran = new RanCases(
            [new CaseRange(result.First, count)], result.IsWhole, [.. withheld], result with { Failures = told });
        // What is run again if the run goes on stands alone.
        if (!hasTime || !ran.IsDone)
        {
            Flush(elapsed);
            Write([ran], elapsed);
            return;
        }

        _gathered.Add(ran);
        var pause = elapsed / Share;
        if (elapsed - _written >= (pause < Least ? Least : pause)) Flush(elapsed);
    }

    /// <summary>Writes what was gathered.</summary>
    internal void Flush(TimeSpan elapsed)
    {
        if (_gathered.Count > 0) Write(_gathered, elapsed);
        _gathered.Clear();
    }

    /// <summary>The failure as it was shrunk before; null if it was not.</summary>
    internal Failure? ShrunkOf(Failure failure) => _known?.ShrunkOf(failure);

    /// <summary>A failure was shrunk.</summary>
    internal void AddShrunk(Failure failure)
    {
        var withheld = _withheld(_identity, failure);
        _journal.Write(new JournalEvent.Shrunk(
            _campaign.Target, _campaign.Area, withheld is null ? JournalFailure.Of(_area, failure) : null,
            withheld is null ? null : JournalWithheld.Of(failure, withheld)));
    }

    /// <summary>The campaign is over.</summary>
    internal void End(CampaignResult result) => _journal.Write(new JournalEvent.Ended(
        _campaign.Target, _campaign.Area, (long)(result.Seconds * 1000), (long)(result.RunSeconds * 1000),
        result.Unavailable));

    private void Write(IReadOnlyList<RanCases> ran, TimeSpan elapsed)
    {
        var first = ran[0].Result;
        var evidence = new Evidence(first.Evidence.Hits.Length, first.Evidence.Covered.Length);
        var failures = new FailureSet();
        foreach (var block in ran)
        {
            evidence.Add(block.Result.Evidence);
            foreach (var failure in block.Result.Failures) failures.Add(failure);
        }

        _written = elapsed;
        _journal.Write(new JournalEvent.Ran(
            _campaign.Target, _campaign.Area, Joined(ran.SelectMany(r => r.Cases)), ran[0].IsWhole,
            (long)elapsed.TotalMilliseconds, WorkerEvidence.Of(evidence),
            [.. failures.All.Select(f => JournalFailure.Of(_area, f))], ran[0].Withheld));
    }

    private static ValueList<CaseRange> Joined(IEnumerable<CaseRange> cases)
    {
        var joined = new List<CaseRange>();
        foreach (var range in cases.OrderBy(c => c.First))
        {
            if (joined.Count > 0 && joined[^1].End == range.First)
                joined[^1] = joined[^1] with { Count = joined[^1].Count + range.Count };
            else joined.Add(range);
        }

        return [.. joined];
    }

    private JournalException Other(string before, string now) =>
        _journal.Refuse($"{_campaign.Target} was {before}, and now is {now}: a run cannot go on with another");
}
