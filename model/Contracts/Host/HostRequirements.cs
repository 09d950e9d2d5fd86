namespace IoSpec.Contracts.Host;

/// <summary>What a whole host must do: the catalogue, in our own words.</summary>
public static class HostRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "host";

    /// <summary>TRN-01.</summary>
    public static Requirement Trn01 { get; } = Must(
        "TRN-01",
        "Within a host, whatever else happens there, a guest's IOMMU keeps to the rules of its area.",
        "VT-d chapters 3 and 6; AMD-Vi 2.2.3; virtio 1.3 IOMMU device",
        Axis.Safety, Severity.Critical);

    /// <summary>TRN-02.</summary>
    public static Requirement Trn02 { get; } = Must(
        "TRN-02",
        "A device that no IOMMU of its guest stands before reaches the guest's memory at the guest's " +
        "physical addresses.",
        "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Axis.Function, Severity.High);

    /// <summary>MAP-01.</summary>
    public static Requirement Map01 { get; } = Must(
        "MAP-01",
        "Within a host, whatever else happens there, a guest's layer for DMA mappings keeps to the rules of its area.",
        "Linux drivers/iommu/dma-iommu.c, fq_flush_timeout; Linux Documentation/core-api/dma-api.rst",
        Axis.Safety, Severity.Critical);

    /// <summary>QUE-01.</summary>
    public static Requirement Que01 { get; } = Must(
        "QUE-01",
        "Within a host, whatever else happens there, an emulated device drives its queue by the rules of its area.",
        "virtio specification 1.2, 2.7 Split Virtqueues; 2.8 Packed Virtqueues",
        Axis.Safety, Severity.Critical);

    /// <summary>QUE-02.</summary>
    public static Requirement Que02 { get; } = Must(
        "QUE-02",
        "What an emulated device writes for its queue is in the memory of its guest, where the guest is.",
        "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Axis.Safety, Severity.Critical);

    /// <summary>PAS-01.</summary>
    public static Requirement Pas01 { get; } = Must(
        "PAS-01",
        "Within a host, whatever else happens there, functions with PASIDs keep to the rules of their area.",
        "PCI Express Base 7.8.9, PASID Extended Capability; Linux drivers/vfio/pci/vfio_pci_config.c",
        Axis.Safety, Severity.Critical);

    /// <summary>PAS-02.</summary>
    public static Requirement Pas02 { get; } = Must(
        "PAS-02",
        "What a function reaches by an address space of its guest is memory of that guest, where the guest is.",
        "VT-d chapter 3, nested translation; Linux Documentation/userspace-api/iommufd.rst, IOMMUFD_OBJ_HWPT_NESTED",
        Axis.Safety, Severity.Critical);

    /// <summary>ISO-01.</summary>
    public static Requirement Iso01 { get; } = Must(
        "ISO-01",
        "A device reaches no memory but that of the guest that it belongs to and the BARs of that guest's " +
        "devices.",
        "Linux Documentation/driver-api/vfio.rst, Groups, Devices, and IOMMUs",
        Axis.Safety, Severity.Critical);

    /// <summary>ISO-02.</summary>
    public static Requirement Iso02 { get; } = Must(
        "ISO-02",
        "What a page holds was written last by one that had reached it.",
        "Linux Documentation/driver-api/vfio.rst, Groups, Devices, and IOMMUs",
        Axis.Safety, Severity.Critical);

    /// <summary>ISO-03.</summary>
    public static Requirement Iso03 { get; } = Must(
        "ISO-03",
        "A device that goes around a guest's IOMMU is not given to a guest inside that guest.",
        "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Axis.Safety, Severity.Critical);

    /// <summary>LEAK-01.</summary>
    public static Requirement Leak01 { get; } = Must(
        "LEAK-01",
        "The fault records that a guest reads hold no address but those that devices asked for.",
        "VT-d 11.4, Fault Recording Registers; SMMUv3, event records, InputAddr",
        Axis.Safety, Severity.Critical);

    /// <summary>LEAK-02.</summary>
    public static Requirement Leak02 { get; } = Must(
        "LEAK-02",
        "A device's registers show a guest no address but those that drivers wrote.",
        "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Axis.Safety, Severity.Critical);

    /// <summary>LEAK-03.</summary>
    public static Requirement Leak03 { get; } = Must(
        "LEAK-03",
        "What a guest's layer for DMA mappings hands to drivers is no address that is physical in the host.",
        "Linux Documentation/core-api/dma-api.rst, dma_map_single; virtio specification 1.2, 6 Reserved Feature Bits",
        Axis.Safety, Severity.Critical);

    /// <summary>POOL-01.</summary>
    public static Requirement Pool01 { get; } = Must(
        "POOL-01",
        "Of a guest with restricted memory a device reaches only slots of its bounce pool and memory kept for queues.",
        "Linux Documentation/arch/x86/tdx.rst, Shared Memory Conversions; Linux Documentation/core-api/swiotlb.rst",
        Axis.Safety, Severity.Critical);

    /// <summary>POOL-02.</summary>
    public static Requirement Pool02 { get; } = Must(
        "POOL-02",
        "Within a host, whatever else happens there, a bounce pool hands out slots as a DMA layer hands out addresses.",
        "Linux Documentation/core-api/swiotlb.rst; edk2 OvmfPkg/IoMmuDxe/IoMmuBuffer.c",
        Axis.Safety, Severity.Critical);

    /// <summary>POOL-03.</summary>
    public static Requirement Pool03 { get; } = Must(
        "POOL-03",
        "A device finds in a slot what its request has put there or a device has written, nothing of another one.",
        "Linux commit ddbd89deb7d3, swiotlb: fix info leak with DMA_FROM_DEVICE; edk2 OvmfPkg/IoMmuDxe/CcIoMmu.c, " +
        "IoMmuMap and IoMmuUnmapWorker",
        Axis.Safety, Severity.High, Level.Must, Basis.Code);

    /// <summary>POOL-04.</summary>
    public static Requirement Pool04 { get; } = Must(
        "POOL-04",
        "A slot that was given back holds nothing of the memory that it stood for.",
        "edk2 OvmfPkg/IoMmuDxe/CcIoMmu.c, IoMmuUnmapWorker",
        Axis.Safety, Severity.Medium, Level.Should, Basis.Code);

    /// <summary>ISM-01.</summary>
    public static Requirement Ism01 { get; } = Must(
        "ISM-01",
        "Within a host, whatever else happens there, a block store keeps to the rules of its area.",
        "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; Linux " +
        "drivers/s390/net/ism.h, __ism_write_cmd",
        Axis.Safety, Severity.Critical);

    /// <summary>ISM-02.</summary>
    public static Requirement Ism02 { get; } = Must(
        "ISM-02",
        "Block stores reach an ISM function in the order in which its guest made them, across resets and " +
        "migrations.",
        "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; Linux " +
        "drivers/s390/net/ism.h, __ism_write_cmd",
        Axis.Safety, Severity.Critical);

    /// <summary>DIRTY-01.</summary>
    public static Requirement Dirty01 { get; } = Must(
        "DIRTY-01",
        "Within a host, whoever writes and whatever else happens there, a guest's tracker keeps to the " +
        "rules of its area.",
        "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; QEMU docs/interop/vhost-user.rst, " +
        "Migration",
        Axis.Safety, Severity.Critical);

    /// <summary>DIRTY-02.</summary>
    public static Requirement Dirty02 { get; } = Must(
        "DIRTY-02",
        "When a guest runs on in another host, every page of it and every BAR of its devices holds there " +
        "what was written last.",
        "QEMU docs/devel/migration/main.rst; Linux include/uapi/linux/vfio.h, " +
        "VFIO_DEVICE_FEATURE_MIGRATION",
        Axis.Safety, Severity.Critical);

    /// <summary>PRE-01.</summary>
    public static Requirement Pre01 { get; } = Must(
        "PRE-01",
        "Within a host, its parts are as precise as their areas ask them to be.",
        "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES",
        Axis.Precision, Severity.Low, Level.Should);

    /// <summary>LEFT-01.</summary>
    public static Requirement Left01 { get; } = Must(
        "LEFT-01",
        "After a function is reset or changes hands it uses no memory until it is allowed to again.",
        "PCI Express Base 6.6.2, Function Level Reset; 7.5.1.1.3, Command Register, Bus Master Enable",
        Axis.Safety, Severity.High);

    /// <summary>LEFT-02.</summary>
    public static Requirement Left02 { get; } = Must(
        "LEFT-02",
        "After a function is reset or changes hands nothing of before can be read from it.",
        "PCI Express Base 6.6.2, Function Level Reset",
        Axis.Safety, Severity.High);

    /// <summary>LEFT-03.</summary>
    public static Requirement Left03 { get; } = Must(
        "LEFT-03",
        "A guest that starts finds nothing in memory that a guest before it wrote.",
        "Linux Documentation/core-api/mm-api.rst, __GFP_ZERO; Linux Documentation/driver-api/vfio.rst",
        Axis.Safety, Severity.Critical);

    /// <summary>LEFT-04.</summary>
    public static Requirement Left04 { get; } = Must(
        "LEFT-04",
        "A device that was taken from its guest reaches nothing.",
        "Linux Documentation/driver-api/vfio.rst, VFIO_GROUP_UNSET_CONTAINER; PCI Express Base 7.5.1.1.3, " +
        "Command Register",
        Axis.Safety, Severity.Critical);

    /// <summary>LEFT-05.</summary>
    public static Requirement Left05 { get; } = Must(
        "LEFT-05",
        "Nothing reaches the memory in which a guest was before it moved to another host.",
        "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_STATE_STOP_COPY",
        Axis.Safety, Severity.Critical);

    /// <summary>LEFT-06.</summary>
    public static Requirement Left06 { get; } = Must(
        "LEFT-06",
        "No device reaches an address longer after its guest has unmapped it than the guest's layer lets it wait.",
        "Linux drivers/iommu/dma-iommu.c, fq_flush_timeout; Linux " +
        "Documentation/admin-guide/kernel-parameters.txt, iommu.strict",
        Axis.Safety, Severity.Critical);

    /// <summary>MIG-01.</summary>
    public static Requirement Mig01 { get; } = Must(
        "MIG-01",
        "After a migration a device has the buffer that its driver gave it before.",
        "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_MIGRATION",
        Axis.Function, Severity.High);

    /// <summary>MIG-02.</summary>
    public static Requirement Mig02 { get; } = Must(
        "MIG-02",
        "Within a host, whatever else happens there, a function that is migrated by its states keeps to the rules " +
        "of its area.",
        "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state",
        Axis.Safety, Severity.Critical);

    /// <summary>MIG-03.</summary>
    public static Requirement Mig03 { get; } = Must(
        "MIG-03",
        "Who migrates a guest brings its functions from state to state in the order that a group of them needs.",
        "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; QEMU docs/devel/migration/vfio.rst",
        Axis.Safety, Severity.Critical);

    /// <summary>MIG-04.</summary>
    public static Requirement Mig04 { get; } = Must(
        "MIG-04",
        "While a guest stands still its memory is used by none of its devices but those that are stopped by states.",
        "QEMU docs/devel/migration/main.rst; QEMU docs/devel/migration/vfio.rst",
        Axis.Safety, Severity.Critical);

    /// <summary>MIG-05.</summary>
    public static Requirement Mig05 { get; } = Must(
        "MIG-05",
        "Functions whose changes of state failed are reset, or run, before their guest runs on; no other one is reset.",
        "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_STATE_ERROR; QEMU hw/vfio/migration.c, vfio_migration_set_state",
        Axis.Function, Severity.High);

    /// <summary>CFG-01.</summary>
    public static Requirement Cfg01 { get; } = Must(
        "CFG-01",
        "A device has the buffer that its driver gave it last.",
        "PCI Express Base 7.5, PCI and PCIe Capabilities; virtio specification 1.2, 4.1.4.3 Common " +
        "configuration structure layout",
        Axis.Function, Severity.High);

    /// <summary>CFG-02.</summary>
    public static Requirement Cfg02 { get; } = Must(
        "CFG-02",
        "A function that is not allowed to use memory uses none.",
        "PCI Express Base 7.5.1.1.3, Command Register, Bus Master Enable",
        Axis.Safety, Severity.High);

    /// <summary>CAP-01.</summary>
    public static Requirement Cap01 { get; } = Must(
        "CAP-01",
        "What a guest or the host's owner may do is done.",
        "Linux Documentation/driver-api/vfio.rst; QEMU docs/devel/migration/main.rst",
        Axis.Function, Severity.Medium);

    /// <summary>LIVE-01.</summary>
    public static Requirement Live01 { get; } = Must(
        "LIVE-01",
        "The host answers every operation, with an answer to that operation, and stays alive.",
        "Linux Documentation/driver-api/vfio.rst",
        Axis.Function, Severity.High);

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Trn01, Trn02, Map01, Que01, Que02, Pas01, Pas02, Iso01, Iso02, Iso03, Leak01, Leak02, Leak03,
        Pool01, Pool02, Pool03, Pool04, Ism01,
        Ism02, Dirty01, Dirty02, Pre01, Left01, Left02, Left03, Left04, Left05, Left06, Mig01, Mig02, Mig03,
        Mig04, Mig05, Cfg01, Cfg02, Cap01, Live01);

    private static Requirement Must(
        string id, string statement, string source, Axis axis, Severity severity, Level level = Level.Must,
        Basis basis = Basis.Text) => new()
        {
            Id = $"HOST-{id}",
            Statement = statement,
            Source = source,
            Basis = basis,
            Level = level,
            Axis = axis,
            Severity = severity,
        };
}
