using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>Runs the campaigns of a plan one after another.</summary>
/// <param name="plan">What is run.</param>
/// <param name="progress">Told how far it has come.</param>
/// <param name="stop">Ends it early with what it has.</param>
internal sealed class Runner(RunPlan plan, Progress progress, CancellationToken stop)
{
    public RunVerdict Run(DateOnly today)
    {
        var targets = new List<TargetVerdict>();
        foreach (var target in plan.Targets) targets.Add(Judge(target));
        return new RunVerdict(
            targets, plan.Waivers.Review(targets, today), plan.IsStrict, stop.IsCancellationRequested);
    }

    private TargetVerdict Judge(PlannedTarget target)
    {
        var areas = new List<AreaVerdict>();
        var problem = target.Problem;
        foreach (var area in plan.Selection.Areas)
        {
            if (problem is not null || stop.IsCancellationRequested) break;
            if (target.Plug!.For(area) is not { } source) continue;
            problem = Try(() => areas.Add(Judge(target.Connection, area, source))) ?? Gone(areas);
        }

        if (problem is not null) progress.Fail(target.Connection, problem);
        return new TargetVerdict(target.Connection, areas, problem);
    }

    // It could be started at first, and later could not: what was seen until then counts.
    private static TargetProblem? Gone(List<AreaVerdict> areas) =>
        areas[^1].Result.Unavailable is { } reason
            ? new TargetProblem(ExitCode.Unavailable, OneLine.Of(reason))
            : null;

    private AreaVerdict Judge(string connection, Area area, TargetSource source)
    {
        using var watch = progress.Watch(connection, area);
        var campaign = new Campaign(area, plan.CampaignOf(source, stop), watch.Report);
        var result = source.NeedsWorker
            ? campaign.RunInWorkers(source, WorkerProgram.Start)
            : campaign.RunHere(source);
        var verdict = AreaVerdict.Of(result, connection, plan.Selection.Includes, plan.Waivers, plan.IsStrict);
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
