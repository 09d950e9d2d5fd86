using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The bits in the guest's memory that messages of functions set.</summary>
public sealed class InterruptBits
{
    private const int BitsOfByte = 8;

    private readonly SortedSet<int> _vectors = [];
    private readonly SortedSet<int> _summaries = [];

    /// <summary>Those of vectors.</summary>
    public ValueList<int> Vectors => [.. _vectors];

    /// <summary>Those that say whose vectors are to be looked at.</summary>
    public ValueList<int> Summaries => [.. _summaries];

    /// <summary>Whether none is set.</summary>
    public bool AreClear => _vectors.Count + _summaries.Count == 0;

    /// <summary>Whether the bit of a vector is set.</summary>
    /// <param name="bit">The bit.</param>
    /// <returns>True if it is.</returns>
    public bool HasVector(int bit) => _vectors.Contains(bit);

    /// <summary>Whether a summary bit is set.</summary>
    /// <param name="bit">The bit.</param>
    /// <returns>True if it is.</returns>
    public bool HasSummary(int bit) => _summaries.Contains(bit);

    /// <summary>Whether an interruption came after which the guest has not looked: more may be suppressed.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Whether a summary bit is set in the byte of another one, or the bit itself.</summary>
    /// <param name="bit">The bit.</param>
    /// <returns>True if one is.</returns>
    public bool HasSummaryBeside(int bit) => _summaries.Any(other => other / BitsOfByte == bit / BitsOfByte);

    /// <summary>What was seen to be set is so.</summary>
    /// <param name="seen">What a message came to.</param>
    public void Set(ZpciObservation.Signalled seen)
    {
        IsInterrupted |= seen.Class is not null;
        _vectors.UnionWith(seen.Vectors);
        _summaries.UnionWith(seen.Summaries);
    }

    /// <summary>The other bits in the byte of a vector's are lost.</summary>
    /// <param name="bit">The bit of the vector.</param>
    public void ClearBeside(int bit) =>
        _vectors.RemoveWhere(other => other != bit && other / BitsOfByte == bit / BitsOfByte);

    /// <summary>The guest clears all of them.</summary>
    public void Clear()
    {
        IsInterrupted = false;
        _vectors.Clear();
        _summaries.Clear();
    }
}
