namespace IoSpec.Contracts.Dma;

/// <summary>A piece of memory that is contiguous for the guest.</summary>
/// <param name="Frame">Its first address, that of a page.</param>
/// <param name="Pages">How many pages.</param>
public readonly record struct Segment(Gpa Frame, PageCount Pages);
