namespace IoSpec.Engine;

/// <summary>What is said at the end of a run.</summary>
/// <param name="Targets">The targets in the order in which they were named.</param>
/// <param name="Notes">What is wrong with waivers.</param>
/// <param name="IsStrict">Whether that is an error.</param>
/// <param name="IsInterrupted">Whether the user stopped it.</param>
public sealed record RunVerdict(
    IReadOnlyList<TargetVerdict> Targets, IReadOnlyList<WaiverNote> Notes, bool IsStrict, bool IsInterrupted)
{
    /// <summary>How many of a hundred coverpoints of every area are to be reached; 0 if that is not asked.</summary>
    public int LeastCoverage { get; init; }

    /// <summary>The areas of targets that reached fewer coverpoints.</summary>
    public IEnumerable<(TargetVerdict Target, AreaVerdict Area)> TooLittleCovered =>
        from target in Targets
        from area in target.Areas
        where area.Applies && area.Result.Evidence.CoveredPercent < LeastCoverage
        select (target, area);

    /// <summary>The verdict of the worst target.</summary>
    public Verdict Verdict => VerdictOrder.Worst(Targets.Select(t => t.Verdict));

    /// <summary>How the command ends.</summary>
    public int Exit
    {
        get
        {
            var codes = new List<int>();
            if (IsInterrupted) codes.Add(ExitCode.Interrupted);
            foreach (var target in Targets)
            {
                if (target.Problem is { } problem) codes.Add(problem.ExitCode);
                else if (!target.IsConclusive) codes.Add(ExitCode.Inconclusive);
                if (target.Failures.Any(f => f.Verdict == Verdict.Error)) codes.Add(ExitCode.Internal);
                if (target.Requirements.Any(r => r.Verdict.Accuses())) codes.Add(ExitCode.NonConformance);
            }

            if (IsStrict && Notes.Count > 0) codes.Add(ExitCode.StaleWaiver);
            if (TooLittleCovered.Any()) codes.Add(ExitCode.CoverageMissed);
            return ExitCode.Of(codes);
        }
    }
}
