namespace IoSpec.Contracts.Dma;

/// <summary>What stands behind the tables of a guest.</summary>
/// <param name="Shadows">
/// Whether devices use copies of the tables, which refreshes alone make and renew; false for hardware that reads the
/// tables and keeps what it has read until a refresh.
/// </param>
/// <param name="Slots">How many pages a device's copy can hold at first; null for any number.</param>
public sealed record HypervisorTraits(bool Shadows, PageCount? Slots);
