using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>A guest's change of its IOMMU, as the area <c>iommu</c> has it.</summary>
public static class IommuChange
{
    /// <summary>The guest that makes the change.</summary>
    /// <param name="operation">A map, unmap or invalidation.</param>
    /// <returns>The guest.</returns>
    public static GuestId GuestOf(HostOperation operation) => operation switch
    {
        HostOperation.Map map => map.Guest,
        HostOperation.Unmap unmap => unmap.Guest,
        HostOperation.Invalidate invalidate => invalidate.Guest,
        _ => throw new ArgumentException("The operation changes no IOMMU.", nameof(operation)),
    };

    /// <summary>What an operation changes.</summary>
    /// <param name="operation">Any operation.</param>
    /// <returns>The guest, the first page and how many; null if it is no change.</returns>
    public static (GuestId Guest, Iova At, PageCount Pages)? RangeOf(HostOperation operation) => operation switch
    {
        HostOperation.Map map => (map.Guest, map.At, map.Pages),
        HostOperation.Unmap unmap => (unmap.Guest, unmap.At, unmap.Pages),
        HostOperation.Invalidate invalidate => (invalidate.Guest, invalidate.At, invalidate.Pages),
        _ => null,
    };

    /// <summary>The change.</summary>
    /// <param name="operation">A map, unmap or invalidation.</param>
    /// <returns>The operation of the area <c>iommu</c>.</returns>
    public static IommuOperation Of(HostOperation operation) => operation switch
    {
        HostOperation.Map map => new IommuOperation.Map(
            HostPart.Domain(map.Inner), map.At, map.To, map.Pages, map.Allowed, PageSize.Size4K),
        HostOperation.Unmap unmap => new IommuOperation.Unmap(HostPart.Domain(unmap.Inner), unmap.At, unmap.Pages),
        HostOperation.Invalidate invalidate => new IommuOperation.Invalidate(new InvalidationScope.OfPages(
            HostPart.Domain(invalidate.Inner), invalidate.At, invalidate.Pages, LeafOnly: false)),
        _ => throw new ArgumentException("The operation changes no IOMMU.", nameof(operation)),
    };
}
