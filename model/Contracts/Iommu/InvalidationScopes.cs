namespace IoSpec.Contracts.Iommu;

/// <summary>A set of scopes of invalidation.</summary>
[Flags]
public enum InvalidationScopes
{
    /// <summary>No scope.</summary>
    None = 0,

    /// <summary><see cref="InvalidationScope.Everything"/>.</summary>
    Everything = 1,

    /// <summary><see cref="InvalidationScope.OfDomain"/>.</summary>
    Domain = 2,

    /// <summary><see cref="InvalidationScope.OfPages"/>.</summary>
    Pages = 4,

    /// <summary><see cref="InvalidationScope.OfRequester"/>.</summary>
    Requester = 8,
}
