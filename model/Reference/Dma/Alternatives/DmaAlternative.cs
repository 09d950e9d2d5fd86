namespace IoSpec.Reference.Dma.Alternatives;

/// <summary>A layer as it was proposed, or was, when s390 came to lazy unmapping on a hypervisor with limits.</summary>
/// <param name="Name">What is done when there is no room.</param>
/// <param name="Source">Where it was proposed, or is.</param>
/// <param name="Rules">Its decisions.</param>
public sealed record DmaAlternative(string Name, string Source, DmaRules Rules)
{
    private const string Thread = "List thread 'iommu/dma: s390 DMA API conversion and optimized IOTLB flushing'";

    /// <summary>All of them; the last one is what became of it.</summary>
    public static IReadOnlyList<DmaAlternative> All { get; } =
    [
        new("early free-all and global flush", "Linux before 6.7, arch/s390/pci/pci_dma.c", new EarlyFreeAll()),
        new("flush queue on out-of-resource", Thread, new FlushQueueWhenFull()),
        new("refresh inside map, sync a no-op", Thread, new RefreshInsideMap()),
        new("free resources of the host only", Thread, new FreeHostOnly()),
        new("fallible sync, one global retry", "Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map",
            DmaRules.Standard),
    ];
}
