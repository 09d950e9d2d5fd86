namespace IoSpec.Contracts.Dirty;

/// <summary>Situations that cases of the area <c>dirty</c> are expected to reach.</summary>
public static class DirtyCoverpoints
{
    private static readonly int[] Counts = [1, 63, 64, 65];
    private static readonly string[] CountNames = ["1", "63", "64", "65"];

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    private static readonly Coverpoint[] Counted =
        [.. CountNames.Select(count => Table.Declare($"window/bits-{count}"))];

    /// <summary>A window of more than a thousand bits.</summary>
    public static Coverpoint ManyBits { get; } = Table.Declare("window/more-than-1000-bits");

    /// <summary>A report in larger pages than are marked together.</summary>
    public static Coverpoint Coarser { get; } = Table.Declare("window/coarser-than-granule");

    /// <summary>A report in smaller pages than are marked together.</summary>
    public static Coverpoint Finer { get; } = Table.Declare("window/finer-than-granule");

    /// <summary>A window that begins in the middle of a byte of a bitmap over everything.</summary>
    public static Coverpoint OddStart { get; } = Table.Declare("window/odd-start");

    /// <summary>A window with a part that is not mapped.</summary>
    public static Coverpoint Hole { get; } = Table.Declare("window/hole");

    /// <summary>A window that is a part of a mapping.</summary>
    public static Coverpoint PartOfMapping { get; } = Table.Declare("window/part-of-mapping");

    /// <summary>A window of a number of bits at a limit of bitmaps.</summary>
    /// <param name="count">How many: 1, 63, 64 or 65.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Bits(int count) => Counted[Array.IndexOf(Counts, count)];
}
