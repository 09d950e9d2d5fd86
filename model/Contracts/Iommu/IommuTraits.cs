namespace IoSpec.Contracts.Iommu;

/// <summary>What an implementation of the area <c>iommu</c> is: read from it where possible, never a verdict.</summary>
/// <param name="AddressWidth">The width of an input address, in bits.</param>
/// <param name="Leaves">The sizes of mapping that a table can hold.</param>
/// <param name="MapSync">Whether a new mapping counts only after an invalidation.</param>
/// <param name="UnmapSync">Whether a removed mapping may be used until an invalidation.</param>
/// <param name="NegativeCaching">Whether the absence of a mapping may be cached.</param>
/// <param name="Scopes">The scopes of invalidation that it has.</param>
/// <param name="Overlap">What a map over a mapping does.</param>
/// <param name="PartialUnmap">What an unmap of a part of a mapping does.</param>
/// <param name="WriteImpliesRead">
/// Whether a page that may be written may be read too, and so with the rights that a table entry leaves.
/// </param>
/// <param name="TableRights">Whether rights can be restricted at table levels.</param>
/// <param name="OverInvalidation">Whether dropping more than asked for does harm.</param>
/// <param name="Features">What else it can do.</param>
/// <param name="Faults">How it reports faults.</param>
/// <param name="MostDomains">The most domains at a time.</param>
/// <param name="MostMappings">The most mappings in a domain.</param>
/// <param name="Reserved">Input addresses that cannot be mapped and that no access of a case uses.</param>
public sealed record IommuTraits(
    int AddressWidth,
    LeafSizes Leaves,
    SyncRule MapSync,
    SyncRule UnmapSync,
    bool NegativeCaching,
    InvalidationScopes Scopes,
    OverlapRule Overlap,
    PartialUnmapRule PartialUnmap,
    bool WriteImpliesRead,
    bool TableRights,
    OverInvalidation OverInvalidation,
    IommuFeatures Features,
    FaultReporting Faults,
    int MostDomains,
    int MostMappings,
    ValueList<IovaRange> Reserved)
{
    /// <summary>Whether an address is inside the input width.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool IsWithinWidth(Iova at) => AddressWidth >= 64 || at.Value >> AddressWidth == 0;

    /// <summary>What an entry grants that was given some rights.</summary>
    /// <param name="allowed">The rights.</param>
    /// <returns>The same, and reading with writing where that follows.</returns>
    public Access Granted(Access allowed) =>
        WriteImpliesRead && (allowed & Access.Write) != 0 ? allowed | Access.Read : allowed;

    /// <summary>Whether a range touches a reserved one.</summary>
    /// <param name="range">The range.</param>
    /// <returns>True if it does.</returns>
    public bool IsReserved(IovaRange range)
    {
        foreach (var reserved in Reserved.AsSpan())
        {
            if (reserved.Overlaps(range)) return true;
        }

        return false;
    }
}
