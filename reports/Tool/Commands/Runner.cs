using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>Runs the campaigns of a plan: those of a target one after another, targets side by side.</summary>
/// <param name="plan">What is run.</param>
/// <param name="progress">Told how far it has come.</param>
/// <param name="stop">Ends it early with what it has.</param>
internal sealed class Runner(RunPlan plan, Progress progress, CancellationToken stop)
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
            _verdicts, plan.Waivers.Review(_verdicts, today), plan.IsStrict, stop.IsCancellationRequested);
    }

    private void JudgeNext(WorkSlots slots)
    {
        for (int i; (i = Interlocked.Increment(ref _next)) < _verdicts.Length;)
            _verdicts[i] = Judge(plan.Targets[i], slots);
    }

    private TargetVerdict Judge(PlannedTarget target, WorkSlots slots)
    {
        var areas = new List<AreaVerdict>();
        var problem = target.Problem;
        foreach (var area in plan.Selection.Areas)
        {
            if (problem is not null || stop.IsCancellationRequested) break;
            if (target.Plug!.For(area) is not { } source) continue;
            problem = Try(() => areas.Add(Judge(target, area, source, slots))) ?? Gone(areas);
        }

        if (problem is not null) progress.Fail(target.Connection, problem);
        return new TargetVerdict(target.Connection, areas, problem);
    }

    // It could be started at first, and later could not: what was seen until then counts.
    private static TargetProblem? Gone(List<AreaVerdict> areas) =>
        areas[^1].Result.Unavailable is { } reason
            ? new TargetProblem(ExitCode.Unavailable, OneLine.Of(reason))
            : null;

    private AreaVerdict Judge(PlannedTarget target, Area area, TargetSource source, WorkSlots slots)
    {
        using var watch = progress.Watch(target.Connection, area);
        var campaign = new Campaign(area, plan.CampaignOf(target.Connection, source, slots, stop), watch.Report);
        var result = source.NeedsWorker
            ? campaign.RunInWorkers(source, WorkerProgram.Start)
            : campaign.RunHere(source);
        var waived = new WaivedTarget(target.Connection, result.Target.Version, target.Plug!.IsProduct);
        var verdict = AreaVerdict.Of(result, waived, plan.Selection.Includes, plan.Waivers, plan.IsStrict);
        watch.End(verdict);
        return verdict;
    }

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
        catch (SuiteException exception)
        {
            return new TargetProblem(ExitCode.Internal, OneLine.Of("the suite is wrong: " + exception.Message));
        }
    }
}
