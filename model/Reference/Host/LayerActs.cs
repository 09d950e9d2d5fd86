using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>What a guest's layer for DMA mappings does below, as operations on the guest's IOMMU.</summary>
public static class LayerActs
{
    /// <summary>The operations that an answer tells of, in order.</summary>
    /// <param name="seen">The answer of the layer.</param>
    /// <returns>The operations of the area <c>iommu</c>; an act outside the layer's addresses is none.</returns>
    public static IEnumerable<IommuOperation> Of(DmaObservation seen)
    {
        foreach (var act in ActsOf(seen))
        {
            if (Of(act) is { } operation) yield return operation;
        }
    }

    /// <summary>What an answer tells to have been done below.</summary>
    /// <param name="seen">The answer of a layer.</param>
    /// <returns>The acts, in order.</returns>
    public static ValueList<DmaAct> ActsOf(DmaObservation seen) => seen switch
    {
        DmaObservation.Mapped mapped => mapped.Acts,
        DmaObservation.Failed failed => failed.Acts,
        DmaObservation.Done done => done.Acts,
        _ => [],
    };

    private static IommuOperation? Of(DmaAct act) => act switch
    {
        DmaAct.Install install when IsWithin(install.At, install.Memory.Pages) => new IommuOperation.Map(
            HostPart.Domain(inner: false), install.At, install.Memory.Frame, install.Memory.Pages,
            install.Writable ? Access.ReadWrite : Access.Read, PageSize.Size4K),
        DmaAct.Clear clear when IsWithin(clear.At, clear.Pages) =>
            new IommuOperation.Unmap(HostPart.Domain(inner: false), clear.At, clear.Pages),
        DmaAct.Refresh refresh when IsWithin(refresh.At, refresh.Pages) =>
            new IommuOperation.Invalidate(new InvalidationScope.OfPages(
                HostPart.Domain(inner: false), refresh.At, refresh.Pages, LeafOnly: false)),
        _ => null,
    };

    private static bool IsWithin(Iova at, PageCount pages) => at == at.PageStart() && pages.Value > 0
        && HostLayout.Within(at.Value, HostLayout.Aperture.Value, HostLayout.AperturePages) is >= 0 and var first
        && pages.Value <= HostLayout.AperturePages - (ulong)first;
}
