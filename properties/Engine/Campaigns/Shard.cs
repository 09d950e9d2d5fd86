namespace IoSpec.Engine;

/// <summary>A part of a run: of every campaign each so-manieth block.</summary>
/// <remarks>Later blocks are larger, so that each shard has early and late ones.</remarks>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>How many parts a run may have.</summary>
    public const int Most = 100_000;

    /// <summary>A run that is not divided.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Whether a block is in this part.</summary>
    /// <param name="first">The first case of the block.</param>
    /// <returns>True if it is.</returns>
    public bool HasBlockAt(long first)
    {
        var block = BlockRunner.After(first) / BlockRunner.Size;
        return (((block - Index) % Count) + Count) % Count == 0;
    }

    /// <summary>How many of some blocks are in this part.</summary>
    /// <param name="blocks">How many blocks there are in all.</param>
    /// <returns>The number.</returns>
    public long BlocksOf(long blocks) => (blocks + Count - Index) / Count;
}
