using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>What a command covers.</summary>
/// <remarks>Source: AMD-Vi 2.4.</remarks>
public abstract record AmdviScope : WalkScope
{
    private AmdviScope()
    {
    }

    /// <summary>The device table entry of a device (INVALIDATE_DEVTAB_ENTRY).</summary>
    /// <param name="Requester">The device.</param>
    public sealed record Device(RequesterId Requester) : AmdviScope;

    /// <summary>Host translations of a domain (INVALIDATE_IOMMU_PAGES without GN).</summary>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Pages">The pages; null for all.</param>
    /// <param name="LeavesOnly">Whether entries above the leaves may stay (PDE 0).</param>
    public sealed record Host(uint Domain, IovaRange? Pages, bool LeavesOnly) : AmdviScope;

    /// <summary>Guest translations of a PASID of a domain (INVALIDATE_IOMMU_PAGES with GN).</summary>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Pasid">The PASID.</param>
    /// <param name="Pages">The pages; null for all.</param>
    /// <param name="LeavesOnly">Whether entries above the leaves may stay (PDE 0).</param>
    public sealed record Guest(uint Domain, uint Pasid, IovaRange? Pages, bool LeavesOnly) : AmdviScope;

    /// <summary>Everything (INVALIDATE_IOMMU_ALL).</summary>
    public sealed record Everything : AmdviScope;
}
