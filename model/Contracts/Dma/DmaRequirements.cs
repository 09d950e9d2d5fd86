namespace IoSpec.Contracts.Dma;

/// <summary>What an implementation of the area <c>dma</c> must do: the catalogue, in our own words.</summary>
public static class DmaRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "dma";

    private const string Api = "Linux Documentation/core-api/dma-api.rst";

    private const string Queue =
        "Linux drivers/iommu/dma-iommu.c, queue_iova and fq_ring_free; FreeBSD sys/x86/iommu, deferred unloading";

    private const string Sync =
        "Linux drivers/iommu/iommu.c, iommu_sync_map; Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map";

    /// <summary>FQ-01.</summary>
    public static Requirement Fq01 { get; } = Must(
        "FQ-01", "When an unmap returns, none of its addresses is valid in the tables.",
        $"{Api}, dma_unmap_single; {Queue}", Basis.Text, Axis.Safety, Severity.Critical);

    /// <summary>FQ-02.</summary>
    public static Requirement Fq02 { get; } = Must(
        "FQ-02", "Under the strict policy no device reaches an address when its unmap returns.",
        "Linux Documentation/admin-guide/kernel-parameters.txt, iommu.strict", Basis.Text, Axis.Safety,
        Severity.Critical);

    /// <summary>FQ-03.</summary>
    public static Requirement Fq03 { get; } = Must(
        "FQ-03", "A device reaches what its address was mapped to last or nothing, never other memory.",
        Api, Basis.Text, Axis.Safety, Severity.Critical);

    /// <summary>FQ-04.</summary>
    public static Requirement Fq04 { get; } = Must(
        "FQ-04", "An address is handed out again only when no device can reach what it was mapped to before.",
        Queue, Basis.Code, Axis.Safety, Severity.Critical);

    /// <summary>FQ-05.</summary>
    public static Requirement Fq05 { get; } = Must(
        "FQ-05", "A refresh of everything that began before an unmap does not free the addresses of that unmap.",
        Queue, Basis.Code, Axis.Safety, Severity.Critical);

    /// <summary>FQ-06.</summary>
    public static Requirement Fq06 { get; } = Must(
        "FQ-06", "An unmap succeeds, however many wait.",
        $"{Api}, dma_unmap_single; {Queue}", Basis.Text, Axis.Function, Severity.High);

    /// <summary>FQ-07.</summary>
    public static Requirement Fq07 { get; } = Must(
        "FQ-07", "No device reaches an address longer after its unmap than the timeout.",
        "Linux drivers/iommu/dma-iommu.c, fq_flush_timeout; FreeBSD sys/x86/iommu, deferred unloading", Basis.Code,
        Axis.Safety, Severity.High);

    /// <summary>FQ-08.</summary>
    public static Requirement Fq08 { get; } = Must(
        "FQ-08", "Every address that was unmapped can be handed out again once the timeout has passed.",
        Queue, Basis.Code, Axis.Function, Severity.High);

    /// <summary>FQ-09.</summary>
    public static Requirement Fq09 { get; } = Must(
        "FQ-09", "A device that was refreshed after an unmap does not reach its addresses.",
        "z/Architecture zPCI, RPCIT; Linux drivers/iommu/s390-iommu.c, zpci_refresh_trans; QEMU " +
        "hw/s390x/s390-pci-inst.c, rpcit_service_call", Basis.Code, Axis.Safety, Severity.Critical);

    /// <summary>MAP-01.</summary>
    public static Requirement Map01 { get; } = Must(
        "MAP-01", "When a map returns, every device of the domain reaches every page of it.",
        $"{Api}, dma_map_single; {Sync}", Basis.Text, Axis.Function, Severity.High);

    /// <summary>MAP-02.</summary>
    public static Requirement Map02 { get; } = Must(
        "MAP-02", "A map that finds a device's copy full refreshes everything once, and succeeds if that helped.",
        "Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map; QEMU hw/s390x/s390-pci-inst.c, status 16",
        Basis.Code, Axis.Function, Severity.High);

    /// <summary>MAP-03.</summary>
    public static Requirement Map03 { get; } = Must(
        "MAP-03", "A refresh of one device by a map does not free addresses that other devices still reach.",
        $"{Queue}; Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map", Basis.Code, Axis.Safety,
        Severity.Critical);

    /// <summary>MAP-04.</summary>
    public static Requirement Map04 { get; } = Must(
        "MAP-04", "A map that fails leaves nothing valid, in the tables or in the copy of any device.",
        $"{Api}, DMA_MAPPING_ERROR; Linux drivers/iommu/dma-iommu.c, __iommu_dma_map; Xen commit 0229adb138",
        Basis.Text, Axis.Safety, Severity.Critical);

    /// <summary>MAP-05.</summary>
    public static Requirement Map05 { get; } = Must(
        "MAP-05", "The addresses of a map that failed can be handed out again at once.",
        "Linux drivers/iommu/dma-iommu.c, __iommu_dma_map and iommu_dma_map_sg; FreeBSD sys/x86/iommu, " +
        "iommu_gas_map", Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>MAP-06.</summary>
    public static Requirement Map06 { get; } = Must(
        "MAP-06", "The pages of all segments follow each other in their order.",
        $"{Api}, dma_map_sg", Basis.Text, Axis.Safety, Severity.Critical);

    /// <summary>MAP-07.</summary>
    public static Requirement Map07 { get; } = Must(
        "MAP-07", "Addresses come from the aperture, and from no mapping that exists.",
        Api, Basis.Text, Axis.Safety, Severity.Critical);

    /// <summary>MAP-08.</summary>
    public static Requirement Map08 { get; } = Must(
        "MAP-08", "A map fails if the refresh of any device failed, whatever those of later devices say.",
        $"{Api}, dma_mapping_error; {Sync}", Basis.Text, Axis.Function, Severity.High);

    /// <summary>MAP-09.</summary>
    public static Requirement Map09 { get; } = Must(
        "MAP-09", "A map refreshes everything at most once for each device.",
        "Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map", Basis.Code, Axis.Function,
        Severity.Medium);

    /// <summary>MAP-10.</summary>
    public static Requirement Map10 { get; } = Make(
        "MAP-10", "A map refreshes its own pages, all at once, and for the devices alone that need it.",
        Sync, Basis.Code, Axis.Precision, Severity.Low, Level.Should);

    /// <summary>MAP-11.</summary>
    public static Requirement Map11 { get; } = Must(
        "MAP-11", "A device does not write what was mapped to be read.",
        $"{Api}, DMA_TO_DEVICE; Linux include/linux/iommu.h, IOMMU_WRITE", Basis.Text, Axis.Safety,
        Severity.Critical);

    /// <summary>HYP-01.</summary>
    public static Requirement Hyp01 { get; } = Must(
        "HYP-01", "The hypervisor says that a device's copy is full exactly if pages could not be added.",
        "Linux drivers/iommu/s390-iommu.c, zpci_refresh_trans; QEMU hw/s390x/s390-pci-inst.c, status 16",
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>LIVE-01.</summary>
    public static Requirement Live01 { get; } = Must(
        "LIVE-01", "The layer answers every operation, with an answer to that operation, and stays alive.",
        Api, Basis.Text, Axis.Function, Severity.High);

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Fq01, Fq02, Fq03, Fq04, Fq05, Fq06, Fq07, Fq08, Fq09, Map01, Map02, Map03, Map04, Map05, Map06, Map07, Map08,
        Map09, Map10, Map11, Hyp01, Live01);

    private static Requirement Must(
        string id, string statement, string source, Basis basis, Axis axis, Severity severity) =>
        Make(id, statement, source, basis, axis, severity, Level.Must);

    private static Requirement Make(
        string id, string statement, string source, Basis basis, Axis axis, Severity severity, Level level) => new()
        {
            Id = $"DMA-{id}",
            Statement = statement,
            Source = source,
            Basis = basis,
            Level = level,
            Axis = axis,
            Severity = severity,
        };
}
