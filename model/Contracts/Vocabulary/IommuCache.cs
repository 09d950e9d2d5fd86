namespace IoSpec.Contracts;

/// <summary>
/// Sizes of caches, which are not architectural: an implementation that has no such cache ignores them.
/// </summary>
/// <param name="Sets">The number of sets of the translation cache, a power of two.</param>
/// <param name="Ways">The entries of a set.</param>
public readonly record struct IommuCache(int Sets, int Ways);
