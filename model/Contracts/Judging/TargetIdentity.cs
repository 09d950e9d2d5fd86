namespace IoSpec.Contracts;

/// <summary>Which implementation it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty if unknown.</param>
public sealed record TargetIdentity(string Name, string Version);
