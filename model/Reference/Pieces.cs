using IoSpec.Contracts;

namespace IoSpec.Reference;

/// <summary>How an access falls into pieces: at the boundaries of smallest pages.</summary>
public static class Pieces
{
    /// <summary>The length of the piece that starts at an offset of an access.</summary>
    /// <param name="at">The first address of the access.</param>
    /// <param name="length">Its length, in bytes.</param>
    /// <param name="offset">The offset of the piece.</param>
    /// <returns>The length of the piece, in bytes.</returns>
    public static ByteCount LengthAt(Iova at, ByteCount length, ByteCount offset)
    {
        var inPage = at.Plus(offset.Value).Value & (Page.Bytes - 1);
        return new ByteCount(Math.Min(length.Value - offset.Value, Page.Bytes - inPage));
    }
}
