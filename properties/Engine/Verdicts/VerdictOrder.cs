namespace IoSpec.Engine;

/// <summary>How verdicts are written, and which of several counts.</summary>
public static class VerdictOrder
{
    private static readonly Verdict[] WorstFirst =
    [
        Verdict.Error, Verdict.Crash, Verdict.Hang, Verdict.Leak, Verdict.Fail, Verdict.Flaky, Verdict.Xpass,
        Verdict.Untested, Verdict.Warn, Verdict.Waived, Verdict.Pass, Verdict.NotApplicable, Verdict.Disabled,
    ];

    /// <summary>All verdicts, the one that counts most first.</summary>
    public static IReadOnlyList<Verdict> All => WorstFirst;

    /// <summary>The verdict as it is printed, such as <c>N/A</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>Capital letters.</returns>
    public static string Text(this Verdict verdict) =>
        verdict == Verdict.NotApplicable ? "N/A" : verdict.ToString().ToUpperInvariant();

    /// <summary>Whether an implementation with this verdict does not conform.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>True for FAIL, LEAK, CRASH and HANG.</returns>
    public static bool Accuses(this Verdict verdict) =>
        verdict is Verdict.Fail or Verdict.Leak or Verdict.Crash or Verdict.Hang;

    /// <summary>The verdict that counts of several.</summary>
    /// <param name="verdicts">The verdicts; of none, UNTESTED is returned.</param>
    /// <returns>The worst of them.</returns>
    public static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        var worst = -1;
        foreach (var verdict in verdicts)
        {
            var rank = RankOf(verdict);
            if (worst < 0 || rank < worst) worst = rank;
        }

        return worst < 0 ? Verdict.Untested : WorstFirst[worst];
    }

    /// <summary>The place of a verdict in the order.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>0 for the one that counts most.</returns>
    public static int RankOf(Verdict verdict) => Array.IndexOf(WorstFirst, verdict);
}
