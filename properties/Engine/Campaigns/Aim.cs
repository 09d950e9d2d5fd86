namespace IoSpec.Engine;

/// <summary>The target phase: the last cases of a block aim at what its first ones have not reached.</summary>
/// <remarks>
/// Of several plans of such a case the best is taken. What the first cases have reached is all that is fed back, so
/// that a case follows from its block's, whoever runs it.
/// </remarks>
internal sealed class Aim
{
    /// <summary>How many plans a case has at most.</summary>
    public const int Candidates = 4;

    /// <summary>What a plan is worth that needs no better one.</summary>
    public const int Hit = int.MaxValue;

    private const int Cases = 32;
    private int[] _empty = [];

    /// <summary>The number of cases of a block that come before those that aim.</summary>
    public static int Before => BlockRunner.Size - Cases;

    /// <summary>Whether a case is one of those that aim.</summary>
    public static bool IsFor(long index) =>
        index >= 0 && !FailureSweep.Has(index) && index % BlockRunner.Size >= Before;

    /// <summary>Aims at what was not reached.</summary>
    /// <param name="covered">How often each coverpoint was reached; empty to aim at nothing.</param>
    public void Set(ReadOnlySpan<ulong> covered)
    {
        var empty = new List<int>();
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] == 0) empty.Add(i);
        }

        _empty = [.. empty];
    }

    /// <summary>Whether a case has something to aim at.</summary>
    public bool IsTakenBy(long index) => _empty.Length > 0 && IsFor(index);

    /// <summary>What a plan is worth: the cases of a block take turns in what they want most.</summary>
    /// <param name="index">The case.</param>
    /// <param name="covered">How often each coverpoint occurs if what is expected is answered.</param>
    public int Reached(long index, ReadOnlySpan<uint> covered)
    {
        if (covered[_empty[(int)(index % _empty.Length)]] > 0) return Hit;
        var reached = 0;
        foreach (var point in _empty) reached += covered[point] > 0 ? 1 : 0;
        return reached;
    }
}
