namespace IoSpec.Contracts.Zpci;

/// <summary>A feature that is not there, and why.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Reason">Where that was read, or why it cannot be driven.</param>
public sealed record MissingZpciFeature(ZpciFeatures Feature, string Reason);
