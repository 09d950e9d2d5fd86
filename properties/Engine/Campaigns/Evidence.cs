using System.Numerics;

namespace IoSpec.Engine;

/// <summary>What a campaign has put to the test: counts that merge by addition.</summary>
public sealed class Evidence
{
    /// <summary>How many classes of lengths there are: the longest case is in the last.</summary>
    public const int LengthClasses = 9;

    /// <summary>Starts with nothing.</summary>
    /// <param name="requirements">How many requirements the area has.</param>
    /// <param name="coverpoints">How many coverpoints the area has.</param>
    public Evidence(int requirements, int coverpoints)
    {
        Hits = new ulong[requirements];
        Cases = new ulong[requirements];
        Covered = new ulong[coverpoints];
    }

    /// <summary>Steps at which each requirement could have been violated.</summary>
    public ulong[] Hits { get; }

    /// <summary>Cases with such a step.</summary>
    public ulong[] Cases { get; }

    /// <summary>Occurrences of each coverpoint.</summary>
    public ulong[] Covered { get; }

    /// <summary>Occurrences of each kind of operation right after another, by their names.</summary>
    public SortedDictionary<string, ulong> Pairs { get; } = new(StringComparer.Ordinal);

    /// <summary>Occurrences of each kind of operation, by its name.</summary>
    public SortedDictionary<string, ulong> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Cases by the number of operations that were judged: 1, 2 or 3, 4 to 7, and so on, each class twice as wide.
    /// </summary>
    public ulong[] Lengths { get; } = new ulong[LengthClasses];

    /// <summary>How many of a hundred coverpoints were reached, rounded down; 100 if there are none.</summary>
    public int CoveredPercent =>
        Covered.Length == 0 ? 100 : Covered.Count(count => count > 0) * 100 / Covered.Length;

    /// <summary>Operations that were delivered and judged.</summary>
    public ulong Operations { get; set; }

    /// <summary>Operations that were skipped because they no longer made sense, or are left out.</summary>
    public ulong Skipped { get; set; }

    /// <summary>Sequences in which an inner call was made to fail.</summary>
    public ulong Swept { get; set; }

    /// <summary>Drawn sequences with as many of those as one may have: it might have had more.</summary>
    public ulong Cut { get; set; }

    /// <summary>Scenarios that were not replayed because the target cannot have their configuration.</summary>
    public ulong NotReplayed { get; set; }

    /// <summary>Operations that were avoided because they had lost the target too often.</summary>
    public ulong Avoided { get; set; }

    /// <summary>Draws that made no sense, or were left out.</summary>
    public ulong Discarded { get; set; }

    /// <summary>How often none of several draws in a row became an operation.</summary>
    public ulong Stuck { get; set; }

    /// <summary>Accesses that were not judged because too many results were allowed.</summary>
    public ulong Ambiguous { get; set; }

    /// <summary>Cases that were run.</summary>
    public ulong CasesRun { get; set; }

    /// <summary>Adds what a case has put to the test.</summary>
    /// <param name="hits">The hits of the case.</param>
    /// <param name="covered">The coverpoints of the case.</param>
    /// <param name="ambiguous">The accesses that were not judged.</param>
    internal void Add(ReadOnlySpan<uint> hits, ReadOnlySpan<uint> covered, uint ambiguous)
    {
        for (var i = 0; i < hits.Length; i++)
        {
            Hits[i] += hits[i];
            if (hits[i] > 0) Cases[i]++;
        }

        for (var i = 0; i < covered.Length; i++) Covered[i] += covered[i];
        Ambiguous += ambiguous;
        CasesRun++;
    }

    /// <summary>Adds other evidence of the same area.</summary>
    /// <param name="other">The evidence.</param>
    public void Add(Evidence other)
    {
        for (var i = 0; i < Hits.Length; i++)
        {
            Hits[i] += other.Hits[i];
            Cases[i] += other.Cases[i];
        }

        for (var i = 0; i < Covered.Length; i++) Covered[i] += other.Covered[i];
        foreach (var (pair, count) in other.Pairs) AddPair(pair, count);
        foreach (var (kind, count) in other.Kinds) AddKind(kind, count);
        for (var i = 0; i < Lengths.Length; i++) Lengths[i] += other.Lengths[i];
        Discarded += other.Discarded;
        Stuck += other.Stuck;
        Operations += other.Operations;
        Skipped += other.Skipped;
        Swept += other.Swept;
        Cut += other.Cut;
        NotReplayed += other.NotReplayed;
        Avoided += other.Avoided;
        Ambiguous += other.Ambiguous;
        CasesRun += other.CasesRun;
    }

    /// <summary>Counts a kind of operation after another.</summary>
    /// <param name="pair">Their names, with an arrow between.</param>
    /// <param name="count">How often.</param>
    public void AddPair(string pair, ulong count)
    {
        Pairs.TryGetValue(pair, out var before);
        Pairs[pair] = before + count;
    }

    /// <summary>Counts a kind of operation.</summary>
    /// <param name="kind">Its name.</param>
    /// <param name="count">How often.</param>
    public void AddKind(string kind, ulong count)
    {
        Kinds.TryGetValue(kind, out var before);
        Kinds[kind] = before + count;
    }

    /// <summary>Counts the operations of a case that were judged.</summary>
    /// <param name="operations">How many they are; a case without any has no length.</param>
    public void AddLength(int operations)
    {
        if (operations > 0) Lengths[Math.Min(BitOperations.Log2((uint)operations), LengthClasses - 1)]++;
    }
}
