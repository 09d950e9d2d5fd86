namespace IoSpec.Reference.Dma;

/// <summary>Pages that were unmapped and wait to be handed out again.</summary>
/// <param name="First">The first page.</param>
/// <param name="Count">How many pages are taken.</param>
/// <param name="Flushes">How many refreshes of everything had begun by then.</param>
public readonly record struct WaitingUnmap(int First, int Count, int Flushes);
