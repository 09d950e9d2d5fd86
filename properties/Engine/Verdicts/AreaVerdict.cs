using System.Globalization;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What is said of a target in one area.</summary>
/// <param name="Result">What the campaign has shown.</param>
/// <param name="Requirements">The verdict of every requirement of the area, in the order of its table.</param>
/// <param name="Failures">The verdict of every failure of a selected requirement.</param>
public sealed record AreaVerdict(
    CampaignResult Result,
    IReadOnlyList<RequirementVerdict> Requirements,
    IReadOnlyList<FailureVerdict> Failures)
{
    /// <summary>Whether anything of the area applies to the target and was wanted.</summary>
    public bool Applies => Requirements.Any(r => r.Verdict is not (Verdict.NotApplicable or Verdict.Disabled));

    /// <summary>Judges a campaign.</summary>
    /// <param name="result">What it has shown.</param>
    /// <param name="target">The target as waivers see it.</param>
    /// <param name="isSelected">Whether the user wants to know about a requirement.</param>
    /// <param name="waivers">The waivers.</param>
    /// <param name="strict">Whether a waiver of what does not fail is a verdict.</param>
    /// <returns>The verdicts.</returns>
    public static AreaVerdict Of(
        CampaignResult result, WaivedTarget target, Predicate<Requirement> isSelected, WaiverBook waivers, bool strict)
    {
        var failures = new List<FailureVerdict>();
        foreach (var failure in result.Failures)
        {
            if (isSelected(failure.Violation.Requirement))
                failures.Add(FailureVerdict.Of(result.Area, failure, waivers, target));
        }

        var broken = failures.Select(f => f.Failure.Violation.Requirement).ToHashSet();
        var requirements = new List<RequirementVerdict>();
        foreach (var requirement in result.Area.Requirements.All)
        {
            requirements.Add(isSelected(requirement)
                ? OfSelected(result, requirement, broken, failures, strict ? waivers.Of(requirement, target) : [])
                : Of(result, requirement, Verdict.Disabled, "not selected"));
        }

        return new AreaVerdict(result, requirements, failures);
    }

    /// <summary>Judges nothing: the target has nothing that the area is about.</summary>
    /// <param name="area">The area.</param>
    /// <param name="reason">Where that was read, in one line.</param>
    /// <param name="isSelected">Whether the user wants to know about a requirement.</param>
    /// <returns>The verdicts: nothing applies.</returns>
    public static AreaVerdict Lacking(Area area, string reason, Predicate<Requirement> isSelected)
    {
        var evidence = new Evidence(area.Requirements.All.Count, area.Coverpoints.All.Count);
        var result = new CampaignResult(area, new TargetIdentity("", ""), null, evidence, [], 0, 0);
        return new AreaVerdict(
            result,
            [
                .. area.Requirements.All.Select(requirement => isSelected(requirement)
                    ? Of(result, requirement, Verdict.NotApplicable, reason) with { Kind = NotApplicableKind.Absent }
                    : Of(result, requirement, Verdict.Disabled, "not selected")),
            ],
            []);
    }

    private static RequirementVerdict OfSelected(
        CampaignResult result, Requirement requirement, HashSet<Requirement> broken, List<FailureVerdict> failures,
        IReadOnlyList<Waiver> waivers)
    {
        var own = failures.FindAll(f => f.Failure.Violation.Requirement == requirement);
        if (own.Count > 0) return Of(result, requirement, VerdictOrder.Worst(own.Select(f => f.Verdict)), Why(own));
        if (result.Area.Excludes(requirement, result.Capabilities) is { } excluded)
            return Of(result, requirement, Verdict.NotApplicable, excluded.Reason) with { Kind = excluded.Kind };
        var isTested = result.Evidence.Hits[requirement.Index] > 0;
        if (!isTested && requirement.Presumes is { } presumed && broken.Contains(presumed))
        {
            var reason = $"{presumed.Id} is not kept, and nothing else would show it";
            return Of(result, requirement, Verdict.NotApplicable, reason) with { Kind = NotApplicableKind.Unreachable };
        }

        if (!isTested)
            return Of(result, requirement, Verdict.Untested, Untested(result.Evidence.CasesRun));
        return waivers.Count > 0
            ? Of(result, requirement, Verdict.Xpass, $"waiver {waivers[0].Id} expects a failure")
            : Of(result, requirement, Verdict.Pass, "");
    }

    private static RequirementVerdict Of(
        CampaignResult result, Requirement requirement, Verdict verdict, string reason) => new(
        requirement, verdict, result.Evidence.Hits[requirement.Index], result.Evidence.Cases[requirement.Index],
        reason, null);

    private static string Why(List<FailureVerdict> failures)
    {
        if (failures.Find(f => f.Verdict == Verdict.Error) is { } doubtful)
            return $"second judge: {doubtful.Failure.SecondOpinion}";
        if (failures.Exists(f => f.IsUnknownVersion)) return "unknown version";
        return failures.TrueForAll(f => f.Waiver is not null)
            ? "waiver " + string.Join(", ", failures.Select(f => f.Waiver!.Id).Distinct(StringComparer.Ordinal))
            : "";
    }

    /// <summary>Why a requirement is UNTESTED.</summary>
    /// <param name="cases">How many cases were run.</param>
    /// <returns>The reason in one line.</returns>
    public static string Untested(ulong cases) => string.Create(
        CultureInfo.InvariantCulture, $"no step could have broken it; cases: {cases}");
}
