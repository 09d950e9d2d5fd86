namespace IoSpec.Contracts.Dma;

/// <summary>A layer that is what it is: every configuration for it is this one.</summary>
/// <param name="Configuration">The configuration.</param>
public sealed record DmaCapabilities(DmaConfiguration Configuration) : Capabilities;
