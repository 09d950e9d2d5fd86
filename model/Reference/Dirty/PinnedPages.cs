using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Pages that a device has pinned.</summary>
/// <param name="Step">The step that pinned them.</param>
/// <param name="Writer">The device.</param>
/// <param name="Range">The addresses.</param>
public readonly record struct PinnedPages(int Step, WriterId Writer, IovaRange Range);
