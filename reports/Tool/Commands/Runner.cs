using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>Runs the campaigns of a plan: those of a target one after another, targets side by side.</summary>
/// <param name="plan">What is run.</param>
/// <param name="journal">Keeps what is shown.</param>
/// <param name="progress">Told how far it has come.</param>
/// <param name="stop">Ends it early with what it has.</param>
internal sealed class Runner(RunPlan plan, RunJournal journal, Progress progress, CancellationToken stop)
{
    private readonly TargetVerdict[] _verdicts = new TargetVerdict[plan.Targets.Count];
    private int _next = -1;

    public RunVerdict Run(DateOnly today)
    {
        using var slots = new WorkSlots(plan.Jobs);
        var threads = Enumerable.Range(0, plan.TargetsAtATime)
            .Select(_ => Task.Factory.StartNew(() => JudgeNext(slots), TaskCreationOptions.LongRunning));
        Task.WhenAll([.. threads]).GetAwaiter().GetResult();
        return new RunVerdict(
            _verdicts, plan.Waivers.Review(_verdicts, today), plan.IsStrict, stop.IsCancellationRequested)
        {
            LeastCoverage = plan.LeastCoverageHere,
        };
    }

    private void JudgeNext(WorkSlots slots)
    {
        for (int i; (i = Interlocked.Increment(ref _next)) < _verdicts.Length;)
            _verdicts[i] = Judge(plan.Targets[i], slots);
    }

    private TargetVerdict Judge(PlannedTarget target, WorkSlots slots)
    {
        var (areas, lacking) = (new List<AreaVerdict>(), new List<AreaVerdict>());
        var problem = target.Problem;
        foreach (var area in plan.Selection.Areas)
        {
            if (problem is not null || stop.IsCancellationRequested) break;
            if (target.Plug!.Lacks(area.Types) is { } reason)
                lacking.Add(AreaVerdict.Lacking(area, reason, plan.Selection.Includes));
            if (target.Plug.For(area) is not { } source) continue;
            problem = Try(() => areas.Add(Judge(target, area, source, slots))) ?? Gone(areas);
        }

        if (problem is not null)
        {
            journal.Add(target.Connection, problem);
            progress.Fail(target.Connection, problem);
        }

        return new TargetVerdict(target.Connection, [.. areas, .. lacking], problem);
    }

    // It could be started at first, and later could not: what was seen until then counts.
    private static TargetProblem? Gone(List<AreaVerdict> areas) =>
        areas[^1].Result.Unavailable is { } reason
            ? new TargetProblem(ExitCode.Unavailable, OneLine.Of(reason))
            : null;

    private AreaVerdict Judge(PlannedTarget target, Area area, TargetSource source, WorkSlots slots)
    {
        using var watch = progress.Watch(target.Connection, area);
        var kept = journal.Of(target.Connection, area, target.Plug!.IsProduct, (identity, failure) =>
        {
            var found = FailureVerdict.Of(area, failure, plan.Waivers, Waived(target, identity));
            return found.IsPrivate ? new Withheld(found.Waiver?.Id) : null;
        });
        var settings = plan.CampaignOf(target.Connection, area, source, slots, kept, stop);
        var campaign = new Campaign(area, settings, watch.Report);
        var result = source.NeedsWorker
            ? campaign.RunInWorkers(source, WorkerProgram.Start)
            : campaign.RunHere(source);
        var verdict = AreaVerdict.Of(
            result, Waived(target, result.Target), plan.Selection.Includes, plan.Waivers, plan.IsStrict);
        watch.End(verdict);
        return verdict;
    }

    private static WaivedTarget Waived(PlannedTarget target, TargetIdentity identity) =>
        new(target.Connection, identity.Version, target.Plug!.IsProduct);

    private static TargetProblem? Try(Action judge)
    {
        try
        {
            judge();
            return null;
        }
        catch (TargetUnavailableException exception)
        {
            return new TargetProblem(ExitCode.Unavailable, OneLine.Of(exception.Message));
        }
        catch (AdapterException exception)
        {
            return new TargetProblem(ExitCode.Internal, OneLine.Of("the adapter is wrong: " + exception.Message));
        }
        catch (SuiteException exception)
        {
            return new TargetProblem(ExitCode.Internal, OneLine.Of("the suite is wrong: " + exception.Message));
        }
    }
}
