namespace IoSpec.Contracts.Dirty;

/// <summary>Bits of a report that follow each other and are set.</summary>
/// <param name="First">The first of them, counted from the start of the window.</param>
/// <param name="Count">How many.</param>
public readonly record struct PageRun(PageCount First, PageCount Count);
