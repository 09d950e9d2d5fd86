namespace IoSpec.Engine;

/// <summary>What is said of a target in all its areas.</summary>
/// <param name="Target">Its connection string.</param>
/// <param name="Areas">The areas in which it was judged.</param>
/// <param name="Problem">Why it could not be judged in all of them; null if it could.</param>
public sealed record TargetVerdict(string Target, IReadOnlyList<AreaVerdict> Areas, TargetProblem? Problem)
{
    /// <summary>Its version as it reports it; empty if it reports none.</summary>
    public string Version => Areas.Count > 0 ? Areas[0].Result.Target.Version : "";

    /// <summary>The worst verdict of its requirements; ERROR if the suite failed.</summary>
    public Verdict Verdict => Problem?.ExitCode == ExitCode.Internal
        ? Verdict.Error
        : VerdictOrder.Worst(Requirements.Select(r => r.Verdict));

    /// <summary>The verdicts of its requirements.</summary>
    public IEnumerable<RequirementVerdict> Requirements => Areas.SelectMany(a => a.Requirements);

    /// <summary>The verdicts of its failures.</summary>
    public IEnumerable<FailureVerdict> Failures => Areas.SelectMany(a => a.Failures);

    /// <summary>
    /// Whether everything was concluded: something was tested, nothing that applies was left out, and no failure is in
    /// doubt.
    /// </summary>
    public bool IsConclusive =>
        Requirements.All(r => r.Verdict is not (Verdict.Flaky or Verdict.Untested))
        && Requirements.Any(r => r.Verdict is not (Verdict.NotApplicable or Verdict.Disabled));
}

/// <summary>Why a target could not be judged.</summary>
/// <param name="ExitCode">The exit code for it: the target could not start, or the suite is wrong.</param>
/// <param name="Reason">One line.</param>
public sealed record TargetProblem(int ExitCode, string Reason);
