using IoSpec.Engine;

namespace IoSpec.Tool.Comparing;

/// <summary>What was said of a target, by a run of now or by one of which only the results are left.</summary>
/// <param name="Connection">Its connection string.</param>
/// <param name="Version">Its version; may be empty.</param>
/// <param name="Requirements">The verdicts of its requirements.</param>
/// <param name="Failures">Its failures.</param>
internal sealed record JudgedTarget(
    string Connection,
    string Version,
    IReadOnlyList<JudgedRequirement> Requirements,
    IReadOnlyList<JudgedFailure> Failures)
{
    private const string Program = "bin=";

    /// <summary>What the same targets have in common whichever program plays them.</summary>
    public string Device
    {
        get
        {
            var parts = Connection.Split('?', 2);
            var options = parts.Skip(1).SelectMany(rest => rest.Split('&'))
                .Where(option => !option.StartsWith(Program, StringComparison.Ordinal)).ToList();
            return options.Count == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', options)}";
        }
    }

    /// <summary>The verdict of a requirement; null if the target was not judged in its area.</summary>
    public Verdict? this[string requirement] => Requirements.FirstOrDefault(r => r.Id == requirement)?.Verdict;

    /// <summary>The targets of a run.</summary>
    public static IReadOnlyList<JudgedTarget> Of(RunVerdict run) => [.. run.Targets.Select(Of)];

    private static JudgedTarget Of(TargetVerdict target) => new(
        target.Target, target.Version,
        [.. target.Requirements.Select(r => new JudgedRequirement(r.Requirement.Id, r.Requirement.Area, r.Verdict))],
        [.. target.Failures.Select(f => JudgedFailure.Of(
            f.Failure.Violation.Requirement.Id, f.IsPrivate ? "" : f.Failure.Signature.ToString()))]);
}

/// <summary>What was said of a requirement.</summary>
/// <param name="Id">The id of the requirement.</param>
/// <param name="Area">The id of its area.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record JudgedRequirement(string Id, string Area, Verdict Verdict);

/// <summary>A failure, as far as it may be shown.</summary>
/// <param name="Requirement">The id of the requirement that was broken.</param>
/// <param name="Name">Its signature; of one that is private, a word.</param>
internal sealed record JudgedFailure(string Requirement, string Name)
{
    /// <summary>A failure by what a report tells of it.</summary>
    public static JudgedFailure Of(string requirement, string signature) =>
        new(requirement, signature.Length > 0 ? signature : "not shown");
}
