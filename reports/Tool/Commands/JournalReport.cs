using System.Text;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>What a run has shown, from its journal alone: also of one that was killed.</summary>
internal static class JournalReport
{
    /// <summary>The results in a file: a <c>results.json</c>, or a journal.</summary>
    /// <param name="path">The path; that of a journal ends with <see cref="JournalFile.Extension"/>.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static RunInput Read(string path) => path.EndsWith(JournalFile.Extension, StringComparison.Ordinal)
        ? Of(path, DateOnly.FromDateTime(DateTime.UtcNow))
        : RunInput.Read(path);

    private static RunInput Of(string path, DateOnly today)
    {
        var known = JournalFile.Read(path);
        var plan = JournalPlan.ToTell(known, path);
        var targets = known.Results.Select(told => Judge(told.Target.Connection, told.Results, known, plan)).ToList();
        var verdict = new RunVerdict(
            targets, plan.Waivers.Review(targets, today), plan.IsStrict, IsInterrupted: !known.IsComplete)
        {
            LeastCoverage = plan.LeastCoverageHere,
        };
        var files = FailureFiles.Of("", plan, verdict);
        var report = new RunReport(plan, verdict, files, path) { Comparisons = AreaComparison.Of(plan, verdict) };
        return new RunInput(path, Encoding.UTF8.GetBytes(JsonReport.Of(report)), link =>
            files.TextOf(link) is { } text ? Encoding.UTF8.GetBytes(text) : null);
    }

    private static TargetVerdict Judge(
        string target, IReadOnlyList<CampaignResult> results, JournalContents known, RunPlan plan)
    {
        var areas = results.Select(result => AreaVerdict.Of(
            result, new WaivedTarget(target, result.Target.Version, known.IsProduct(target)), plan.Selection.Includes,
            plan.Waivers, plan.IsStrict));
        return new TargetVerdict(target, [.. areas], known.ProblemOf(target));
    }
}
