namespace IoSpec.Contracts;

/// <summary>A contiguous piece of memory behind an IOMMU.</summary>
/// <param name="Start">The first address, page-aligned.</param>
/// <param name="Pages">Its length.</param>
public readonly record struct FrameRegion(Gpa Start, PageCount Pages)
{
    /// <summary>Whether pages are in the region.</summary>
    /// <param name="at">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>True if all of them are.</returns>
    public bool Holds(Gpa at, PageCount pages)
    {
        if (at.Value < Start.Value) return false;
        var skipped = (at.Value - Start.Value) >> Page.Shift;
        return skipped < Pages.Value && pages.Value <= Pages.Value - skipped;
    }
}
