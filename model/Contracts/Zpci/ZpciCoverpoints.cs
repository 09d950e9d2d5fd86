namespace IoSpec.Contracts.Zpci;

/// <summary>Situations that cases of the area <c>zpci</c> are expected to reach.</summary>
public static class ZpciCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>A block store of 8 bytes.</summary>
    public static Coverpoint EightBytes { get; } = Table.Declare("block/8-bytes");

    /// <summary>A block store of a length that is no multiple of 8.</summary>
    public static Coverpoint OddLength { get; } = Table.Declare("block/odd-length");

    /// <summary>A block store that ends where a block of 4 KiB ends.</summary>
    public static Coverpoint ToEndOfBlock { get; } = Table.Declare("block/to-end-of-4k");

    /// <summary>A block store with an offset beyond 40 bits.</summary>
    public static Coverpoint FarOffset { get; } = Table.Declare("block/beyond-40-bits");

    /// <summary>A relaxed block store to a function that is no ISM device.</summary>
    public static Coverpoint RelaxedOther { get; } = Table.Declare("block/relaxed-not-ism");

    /// <summary>A block store while the function is blocked.</summary>
    public static Coverpoint Blocked { get; } = Table.Declare("block/while-blocked");
}
