using IoSpec.Contracts;

namespace IoSpec.Reference.Dma;

/// <summary>What an address leads to.</summary>
/// <param name="Frame">The first address of the page.</param>
/// <param name="Writable">Whether devices may write it.</param>
public readonly record struct DmaEntry(Gpa Frame, bool Writable);
