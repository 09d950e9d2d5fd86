using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What the cases of a campaign follow from, besides its area and what its target can do.</summary>
/// <param name="Seed">The seed of the run.</param>
public sealed record Draws(ulong Seed)
{
    /// <summary>Kinds of operations that are never drawn, by their names; none for all.</summary>
    public IReadOnlySet<string> Without { get; init; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>What is replayed before anything is drawn: the last of it is case -1.</summary>
    public IReadOnlyList<SampleCase> Corpus { get; init; } = [];

    /// <summary>The first case.</summary>
    public long First => -Corpus.Count;

    /// <summary>Whether a kind of operation is left out.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>True if it is.</returns>
    public bool LeavesOut(Operation operation) => Without.Count > 0 && Without.Contains(Printer.KindOf(operation));
}
