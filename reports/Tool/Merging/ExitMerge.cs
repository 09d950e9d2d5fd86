using System.Text.Json.Nodes;
using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>How a command ends whose targets are merged: as <see cref="RunVerdict.Exit"/> says of a run.</summary>
internal static class ExitMerge
{
    /// <summary>The exit code.</summary>
    /// <param name="targets">The merged targets.</param>
    /// <param name="isInterrupted">Whether a run was stopped.</param>
    /// <param name="hasStaleWaivers">Whether a waiver is stale or expired, and that was to be told.</param>
    /// <param name="leastCoverage">
    /// How many of a hundred coverpoints of an area of a target are to be reached; 0 if that is not asked.
    /// </param>
    public static int Of(
        IReadOnlyList<JsonObject> targets, bool isInterrupted, bool hasStaleWaivers,
        Func<JsonObject, string, int> leastCoverage)
    {
        var codes = new List<int>();
        if (isInterrupted) codes.Add(ExitCode.Interrupted);
        foreach (var target in targets)
        {
            var verdicts = target.Items("requirements").Select(r => VerdictText.Of(r.Text("verdict"))).ToList();
            if (TargetMerge.ProblemOf(target) is { } problem) codes.Add(problem);
            else if (!IsConclusive(verdicts)) codes.Add(ExitCode.Inconclusive);
            if (target.Items("failures").Any(f => RequirementMerge.Counted(f) == Verdict.Error))
                codes.Add(ExitCode.Internal);
            if (verdicts.Exists(v => v.Accuses())) codes.Add(ExitCode.NonConformance);
        }

        if (hasStaleWaivers) codes.Add(ExitCode.StaleWaiver);
        if (targets.Any(target => IsCoveredBelow(target, leastCoverage))) codes.Add(ExitCode.CoverageMissed);
        return ExitCode.Of(codes);
    }

    // Of an area of which nothing applies nothing is asked.
    private static bool IsCoveredBelow(JsonObject target, Func<JsonObject, string, int> least) => target
        .Items("requirements")
        .Where(r => VerdictText.Of(r.Text("verdict")) is not (Verdict.NotApplicable or Verdict.Disabled))
        .Select(r => r.Text("area")).Distinct(StringComparer.Ordinal)
        .Any(area => CoveredPercent(PointsOf(target, area)) < least(target, area));

    private static JsonObject? PointsOf(JsonObject target, string area) =>
        target["coverage"]?[area]?["coverpoints"]?.AsObject();

    // Of what is not told nothing was reached.
    private static int CoveredPercent(JsonObject? points) => points is null ? 0
        : points.Count == 0 ? 100
        : points.Count(point => point.Value!.GetValue<ulong>() > 0) * 100 / points.Count;

    private static bool IsConclusive(List<Verdict> verdicts) =>
        verdicts.TrueForAll(v => v is not (Verdict.Flaky or Verdict.Untested))
        && verdicts.Exists(v => v is not (Verdict.NotApplicable or Verdict.Disabled));
}
