using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Html.Results;

/// <summary>What is said of a target.</summary>
/// <param name="Target">Its connection string.</param>
/// <param name="Version">Its version; may be empty.</param>
/// <param name="Verdict">The worst verdict of its requirements.</param>
/// <param name="Operations">Operations judged.</param>
/// <param name="Problem">Why it could not be judged in all areas; null if it could.</param>
/// <param name="Requirements">Its requirements.</param>
/// <param name="Failures">Its failures.</param>
/// <param name="Coverage">What was covered, by area.</param>
public sealed record TargetResult(
    string Target,
    string Version,
    Verdict Verdict,
    ulong Operations,
    string? Problem,
    IReadOnlyList<RequirementResult> Requirements,
    IReadOnlyList<FailureResult> Failures,
    IReadOnlyList<AreaCoverage> Coverage)
{
    /// <summary>The connection string with the version, if there is one; in one line.</summary>
    public string Name => OneLine.Of($"{Target} {Version}".TrimEnd(), 300);
}

/// <summary>What is said of a requirement.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Area">The id of its area.</param>
/// <param name="Level">MUST or SHOULD.</param>
/// <param name="Axis">Its axis.</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Hits">Steps that could have broken it.</param>
/// <param name="Cases">Cases with such a step.</param>
/// <param name="Kind">Of N/A, absent or unreachable; else empty.</param>
/// <param name="Reason">Why, where the verdict alone does not say it.</param>
public sealed record RequirementResult(
    string Id, string Area, string Level, string Axis, Severity Severity, Verdict Verdict, ulong Hits, ulong Cases,
    string Kind, string Reason);

/// <summary>What was covered of an area.</summary>
/// <param name="Area">The id of the area.</param>
/// <param name="Cases">Cases run.</param>
/// <param name="Operations">Operations judged.</param>
/// <param name="Skipped">Operations that no longer applied.</param>
/// <param name="Avoided">Operations that were avoided after a crash or hang.</param>
/// <param name="Ambiguous">Accesses with too many allowed results to judge.</param>
/// <param name="Points">The coverpoints with their counts, in the order of their table.</param>
/// <param name="Pairs">Pairs of operations that followed each other, with their counts.</param>
public sealed record AreaCoverage(
    string Area, ulong Cases, ulong Operations, ulong Skipped, ulong Avoided, ulong Ambiguous,
    IReadOnlyList<KeyValuePair<string, ulong>> Points, IReadOnlyList<KeyValuePair<string, ulong>> Pairs);
