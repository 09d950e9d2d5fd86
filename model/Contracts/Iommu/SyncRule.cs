namespace IoSpec.Contracts.Iommu;

/// <summary>Whether a change of a mapping counts only after an invalidation.</summary>
public enum SyncRule
{
    /// <summary>It counts when the operation returns.</summary>
    None,

    /// <summary>It counts when a covering invalidation completes.</summary>
    Required,

    /// <summary>As <see cref="Required"/>, and that invalidation may be refused for want of resources.</summary>
    Fallible,
}
