using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Html.Words;

namespace IoSpec.Html.Pages;

/// <summary>What is where on the page: letters of targets, anchors of failures, order of requirements.</summary>
/// <param name="Results">The results.</param>
/// <param name="Targets">The targets with their letters.</param>
/// <param name="Failures">The failures, the worst first, with their anchors.</param>
/// <param name="Areas">The requirements by area.</param>
public sealed record PagePlan(
    RunResults Results,
    IReadOnlyList<PlacedTarget> Targets,
    IReadOnlyList<PlacedFailure> Failures,
    IReadOnlyList<PlacedArea> Areas)
{
    private Dictionary<(string Requirement, TargetResult Target), List<PlacedFailure>> ByCell { get; init; } = [];

    private Dictionary<(string Requirement, TargetResult Target), RequirementResult> Verdicts { get; init; } = [];

    /// <summary>Places what a run has shown.</summary>
    public static PagePlan Of(RunResults results)
    {
        var targets = results.Targets.Select((t, i) => new PlacedTarget(t, Letter(i), $"target-{Letter(i)}")).ToList();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var failures = results.Failures.Select(pair => new PlacedFailure(
            targets.First(t => t.Result == pair.Target), pair.Failure, Anchor(pair, anchors))).ToList();
        var verdicts = new Dictionary<(string, TargetResult), RequirementResult>();
        foreach (var target in results.Targets)
        {
            foreach (var requirement in target.Requirements) verdicts[(requirement.Id, target)] = requirement;
        }

        return new PagePlan(results, targets, failures, Place(results.Requirements))
        {
            ByCell = failures.GroupBy(f => (f.Failure.Requirement, f.Target.Result))
                .ToDictionary(cell => cell.Key, cell => cell.ToList()),
            Verdicts = verdicts,
        };
    }

    /// <summary>The failures of a requirement on a target.</summary>
    public IReadOnlyList<PlacedFailure> FailuresOf(string requirement, PlacedTarget target) =>
        ByCell.TryGetValue((requirement, target.Result), out var found) ? found : [];

    /// <summary>What is said of a requirement on a target; null if the target was not judged in its area.</summary>
    public RequirementResult? VerdictOf(string requirement, PlacedTarget target) =>
        Verdicts.GetValueOrDefault((requirement, target.Result));

    /// <summary>How many requirements have which verdict, the one that counts most first.</summary>
    public static IReadOnlyList<(Verdict Verdict, int Count)> Counts(TargetResult target) =>
    [
        .. target.Requirements.GroupBy(r => r.Verdict)
            .Select(group => (group.Key, group.Count()))
            .OrderBy(pair => VerdictOrder.RankOf(pair.Key)),
    ];

    private static List<PlacedArea> Place(IReadOnlyList<RequirementResult> requirements) =>
    [
        .. requirements.GroupBy(r => r.Area, StringComparer.Ordinal).Select(area => new PlacedArea(
            area.Key,
            [.. area.Select(r => new PlacedRequirement(r, AreaCatalogue.FindRequirement(r.Id)))])),
    ];

    // A, B, … Z, A1, B1, ….
    private static string Letter(int index) =>
        $"{(char)('A' + (index % 26))}{(index < 26 ? "" : (index / 26).ToText())}";

    // Failures keep their addresses from run to run, as long as they are the same.
    private static string Anchor((TargetResult Target, FailureResult Failure) pair, HashSet<string> taken)
    {
        var (target, failure) = pair;
        var name = failure.IsHidden ? failure.Requirement : failure.Signature;
        var anchor = $"failure-{Wording.Slug(name)}.{Wording.Slug(target.Target)}";
        for (var i = 2; !taken.Add(anchor); i++)
            anchor = $"failure-{Wording.Slug(name)}.{Wording.Slug(target.Target)}.{i.ToText()}";
        return anchor;
    }
}

/// <summary>A target with what stands for it.</summary>
/// <param name="Result">The target.</param>
/// <param name="Letter">What stands for it where there is little room.</param>
/// <param name="Anchor">Where it is on the page.</param>
public sealed record PlacedTarget(TargetResult Result, string Letter, string Anchor);

/// <summary>A failure with its place.</summary>
/// <param name="Target">The target that failed.</param>
/// <param name="Failure">The failure.</param>
/// <param name="Anchor">Where it is on the page.</param>
public sealed record PlacedFailure(PlacedTarget Target, FailureResult Failure, string Anchor)
{
    /// <summary>What the specification demands, in one sentence; the id if this suite does not know it.</summary>
    public string Statement => AreaCatalogue.FindRequirement(Failure.Requirement)?.Statement ?? Failure.Requirement;
}

/// <summary>The requirements of an area.</summary>
/// <param name="Id">The id of the area.</param>
/// <param name="Requirements">Its requirements.</param>
public sealed record PlacedArea(string Id, IReadOnlyList<PlacedRequirement> Requirements);

/// <summary>A requirement as some target was judged by it, and as this suite knows it.</summary>
/// <param name="Result">What is said of it.</param>
/// <param name="Known">The requirement; null if this suite does not know it.</param>
public sealed record PlacedRequirement(RequirementResult Result, Requirement? Known)
{
    /// <summary>What the specification demands, in one sentence.</summary>
    public string Statement => Known?.Statement ?? "This suite does not know the requirement.";
}
