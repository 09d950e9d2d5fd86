namespace IoSpec.Contracts.Iommu;

/// <summary>What an invalidation covers.</summary>
public abstract record InvalidationScope
{
    private InvalidationScope()
    {
    }

    /// <summary>All that is cached of all domains and all requesters.</summary>
    public sealed record Everything : InvalidationScope;

    /// <summary>All translations of a domain.</summary>
    /// <param name="Domain">The domain.</param>
    public sealed record OfDomain(DomainId Domain) : InvalidationScope;

    /// <summary>The translations of pages of a domain.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="At">The first page.</param>
    /// <param name="Pages">How many pages.</param>
    /// <param name="LeafOnly">Whether entries that are no leaves may stay.</param>
    public sealed record OfPages(DomainId Domain, Iova At, PageCount Pages, bool LeafOnly) : InvalidationScope;

    /// <summary>To which domain a requester belongs.</summary>
    /// <param name="Requester">The requester.</param>
    public sealed record OfRequester(RequesterId Requester) : InvalidationScope;
}
