namespace IoSpec.Contracts.Zpci;

/// <summary>A function that is what it is: every configuration for it has these traits.</summary>
/// <param name="Traits">What it is.</param>
public sealed record ZpciCapabilities(ZpciTraits Traits) : Capabilities;
