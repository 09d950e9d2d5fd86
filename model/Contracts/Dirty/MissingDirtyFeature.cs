namespace IoSpec.Contracts.Dirty;

/// <summary>A feature that a target is not judged by.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Reason">Where its absence was read, or why the harness cannot reach it.</param>
public sealed record MissingDirtyFeature(DirtyFeatures Feature, string Reason);
