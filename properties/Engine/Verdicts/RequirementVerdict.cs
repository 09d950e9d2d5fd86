using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What is said of a requirement on a target.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Hits">Steps at which it could have been broken.</param>
/// <param name="Cases">Cases with such a step.</param>
/// <param name="Reason">Why, in one line, where the verdict does not say it: UNTESTED, N/A, DISABLED, XPASS.</param>
/// <param name="Kind">Of N/A, which of its two kinds.</param>
public sealed record RequirementVerdict(
    Requirement Requirement, Verdict Verdict, ulong Hits, ulong Cases, string Reason, NotApplicableKind? Kind);
