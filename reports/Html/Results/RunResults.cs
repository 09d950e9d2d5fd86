using IoSpec.Engine;

namespace IoSpec.Html.Results;

/// <summary>What a run has shown, as its <c>results.json</c> tells it: all that any report is made of.</summary>
/// <param name="Suite">The version of the suite.</param>
/// <param name="Seed">The seed, hexadecimal.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Exit">The exit code.</param>
/// <param name="Verdict">The verdict of the worst target.</param>
/// <param name="IsInterrupted">Whether it was stopped early.</param>
/// <param name="Targets">The targets in the order in which they were named.</param>
/// <param name="Comparisons">How versions of one target differ.</param>
/// <param name="Alternatives">How alternatives of an area compare, over the same cases.</param>
/// <param name="Notes">Waivers that are stale or expired.</param>
public sealed record RunResults(
    string Suite,
    string Seed,
    IReadOnlyList<SettingResult> Settings,
    int Exit,
    Verdict Verdict,
    bool IsInterrupted,
    IReadOnlyList<TargetResult> Targets,
    IReadOnlyList<VersionComparison> Comparisons,
    IReadOnlyList<AlternativesResult> Alternatives,
    IReadOnlyList<WaiverProblem> Notes)
{
    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/results/1";

    /// <summary>All failures with their targets, the worst first.</summary>
    public IReadOnlyList<(TargetResult Target, FailureResult Failure)> Failures =>
    [
        .. Targets.SelectMany(t => t.Failures.Select(f => (t, f)))
            .OrderBy(pair => VerdictOrder.RankOf(pair.f.Verdict))
            .ThenByDescending(pair => pair.f.Severity)
            .ThenBy(pair => pair.f.Requirement, StringComparer.Ordinal),
    ];

    /// <summary>The requirements that any target was judged by, in the order in which targets name them.</summary>
    public IReadOnlyList<RequirementResult> Requirements =>
    [
        .. Targets.SelectMany(t => t.Requirements)
            .DistinctBy(r => r.Id, StringComparer.Ordinal)
            .GroupBy(r => r.Area, StringComparer.Ordinal)
            .SelectMany(area => area),
    ];
}

/// <summary>A setting of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record SettingResult(string Name, string Value, string Origin);

/// <summary>A waiver that is stale or expired.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Problem">One word.</param>
public sealed record WaiverProblem(string Id, string Problem);

/// <summary>How two versions of a target differ.</summary>
/// <param name="Before">The earlier one.</param>
/// <param name="After">The later one.</param>
/// <param name="Changes">The requirements whose verdict or failures differ.</param>
public sealed record VersionComparison(string Before, string After, IReadOnlyList<VersionChange> Changes);

/// <summary>A requirement on which two versions differ.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Kind">better, worse or other.</param>
/// <param name="Before">The earlier verdict; null if there is none.</param>
/// <param name="After">The later verdict; null if there is none.</param>
public sealed record VersionChange(string Requirement, string Kind, Verdict? Before, Verdict? After);
