namespace IoSpec.Reference.Dma;

/// <summary>What one step mapped.</summary>
/// <param name="Step">The step.</param>
/// <param name="First">The first page.</param>
/// <param name="Count">How many pages.</param>
/// <param name="IsLive">Whether it is still mapped.</param>
public readonly record struct GuestMapping(int Step, int First, int Count, bool IsLive);
