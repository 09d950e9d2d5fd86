using IoSpec.Contracts;

namespace IoSpec.Reference.Dirty;

/// <summary>Ranges of addresses.</summary>
public static class Ranges
{
    /// <summary>Whole pages.</summary>
    /// <param name="at">An address in the first page.</param>
    /// <param name="pages">How many, at least one.</param>
    /// <returns>The range.</returns>
    public static IovaRange Of(Iova at, PageCount pages) =>
        new(at.PageStart(), at.PageStart().Plus((pages.Value << Page.Shift) - 1));

    /// <summary>The pages that an access touches.</summary>
    /// <param name="at">Its first address.</param>
    /// <param name="length">Its bytes, at least one.</param>
    /// <returns>The range.</returns>
    public static IovaRange Touched(Iova at, ByteCount length) =>
        new(at.PageStart(), at.Plus(length.Value - 1).PageStart().Plus(Page.Bytes - 1));

    /// <summary>All that is marked together with a range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="granule">The pages that are marked together, as a power of two.</param>
    /// <returns>The range, extended on both sides.</returns>
    public static IovaRange Extend(IovaRange range, int granule)
    {
        var mask = (Page.Bytes << granule) - 1;
        return new IovaRange(new Iova(range.First.Value & ~mask), new Iova(range.Last.Value | mask));
    }

    /// <summary>The pages of a range, one after the other.</summary>
    /// <param name="range">Whole pages.</param>
    /// <returns>The first address of each.</returns>
    public static IEnumerable<Iova> Pages(IovaRange range)
    {
        var count = ((range.Last.Value - range.First.Value) >> Page.Shift) + 1;
        for (var i = 0ul; i < count; i++) yield return range.First.Plus(i << Page.Shift);
    }
}
