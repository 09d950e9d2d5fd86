using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>The order in which people read failures.</summary>
internal static class FailureOrder
{
    /// <summary>The worst verdict first, then the worst severity, then the first case.</summary>
    public static IEnumerable<FailureVerdict> WorstFirst(IEnumerable<FailureVerdict> failures) => failures
        .OrderBy(f => VerdictOrder.RankOf(f.Verdict))
        .ThenByDescending(f => f.Failure.Violation.Requirement.Severity)
        .ThenBy(f => f.Failure.Case);
}
