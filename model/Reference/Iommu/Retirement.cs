namespace IoSpec.Reference.Iommu;

/// <summary>What ended the use of a former version.</summary>
public enum Retirement
{
    /// <summary>Its removal needed no invalidation.</summary>
    AtOnce,

    /// <summary>An invalidation of pages.</summary>
    Pages,

    /// <summary>An invalidation of the domain.</summary>
    Domain,

    /// <summary>An invalidation of everything.</summary>
    Everything,

    /// <summary>An invalidation of the requester, and of the domain that it left.</summary>
    Requester,

    /// <summary>A wait for submitted invalidations.</summary>
    Awaited,

    /// <summary>A reset.</summary>
    Reset,
}
