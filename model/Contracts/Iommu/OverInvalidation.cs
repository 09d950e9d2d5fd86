namespace IoSpec.Contracts.Iommu;

/// <summary>Whether invalidating more than necessary does harm.</summary>
public enum OverInvalidation
{
    /// <summary>It costs time only.</summary>
    Free,

    /// <summary>It removes what cannot be rebuilt by a walk, such as a shadow.</summary>
    Harmful,
}
