namespace IoSpec.Contracts.Iommu;

/// <summary>What an implementation of the area <c>iommu</c> must do: the catalogue, in our own words.</summary>
public static class IommuRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "iommu";

    /// <summary>An access to a mapped page with the rights that it needs reaches memory.</summary>
    public static Requirement Map01 { get; } = new()
    {
        Id = "IOMMU-MAP-01",
        Statement = "An access to a mapped page with the rights that it needs reaches memory.",
        Source = "VT-d chapter 3, second-stage translation; AMD-Vi 2.2.3; virtio 1.3 IOMMU device, MAP request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>An access to a page that is not mapped reaches no memory.</summary>
    public static Requirement Map02 { get; } = new()
    {
        Id = "IOMMU-MAP-02",
        Statement = "An access to a page that is not mapped reaches no memory.",
        Source = "VT-d chapter 3, second-stage translation, and chapter 7; AMD-Vi 2.2.3; virtio 1.3 IOMMU " +
            "device, Device operations",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A mapped page translates to the output page that it was mapped to, with the same offset.</summary>
    public static Requirement Map03 { get; } = new()
    {
        Id = "IOMMU-MAP-03",
        Statement = "A mapped page translates to the output page that it was mapped to, with the same offset.",
        Source = "VT-d chapter 3, second-stage translation; AMD-Vi 2.2.3; virtio 1.3 IOMMU device, MAP request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A map that breaks no rule and no limit is done.</summary>
    public static Requirement Map04 { get; } = new()
    {
        Id = "IOMMU-MAP-04",
        Statement = "A map that breaks no rule and no limit is done.",
        Source = "virtio 1.3 IOMMU device, MAP request; Linux drivers/iommu/iommu.c iommu_map",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A refused map leaves nothing mapped.</summary>
    public static Requirement Map05 { get; } = new()
    {
        Id = "IOMMU-MAP-05",
        Statement = "A refused map leaves nothing mapped.",
        Source = "virtio 1.3 IOMMU device, MAP request; Linux drivers/iommu/iommu.c iommu_map",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A map over a mapping is refused where overlaps are refused.</summary>
    public static Requirement Map06 { get; } = new()
    {
        Id = "IOMMU-MAP-06",
        Statement = "A map over a mapping is refused where overlaps are refused.",
        Source = "virtio 1.3 IOMMU device, MAP request; Linux drivers/vfio/vfio_iommu_type1.c vfio_dma_do_map",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A range that is misaligned, wraps or leaves the address width is refused.</summary>
    public static Requirement Map07 { get; } = new()
    {
        Id = "IOMMU-MAP-07",
        Statement = "A range that is misaligned, wraps or leaves the address width is refused.",
        Source = "virtio 1.3 IOMMU device, MAP request; Linux drivers/iommu/iommufd/io_pagetable.c iopt_map_pages",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>Reserved addresses are not mapped.</summary>
    public static Requirement Map08 { get; } = new()
    {
        Id = "IOMMU-MAP-08",
        Statement = "Reserved addresses are not mapped.",
        Source = "virtio 1.3 IOMMU device, MAP request; Linux drivers/iommu/iommufd/io_pagetable.c iopt_map_pages",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>An unmap that breaks no rule is done.</summary>
    public static Requirement Unm01 { get; } = new()
    {
        Id = "IOMMU-UNM-01",
        Statement = "An unmap that breaks no rule is done.",
        Source = "virtio 1.3 IOMMU device, UNMAP request; Linux drivers/iommu/iommu.c iommu_unmap",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>What is mapped outside the range of an unmap stays mapped, to the same pages.</summary>
    public static Requirement Unm02 { get; } = new()
    {
        Id = "IOMMU-UNM-02",
        Statement = "What is mapped outside the range of an unmap stays mapped, to the same pages.",
        Source = "virtio 1.3 IOMMU device, UNMAP request; VT-d chapter 3, second-stage translation",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>An unmap of a part of a mapping is refused where parts cannot be unmapped.</summary>
    public static Requirement Unm03 { get; } = new()
    {
        Id = "IOMMU-UNM-03",
        Statement = "An unmap of a part of a mapping is refused where parts cannot be unmapped.",
        Source = "virtio 1.3 IOMMU device, UNMAP request; Linux drivers/vfio/vfio_iommu_type1.c vfio_dma_do_unmap",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An access that needs a right which its page does not have reaches no memory.</summary>
    public static Requirement Prm01 { get; } = new()
    {
        Id = "IOMMU-PRM-01",
        Statement = "An access that needs a right which its page does not have reaches no memory.",
        Source = "VT-d chapter 3, second-stage translation, and chapter 7; AMD-Vi 2.2.3; virtio 1.3 IOMMU " +
            "device, MAP request",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>The rights of an access are those that the entries of all levels grant together.</summary>
    public static Requirement Prm02 { get; } = new()
    {
        Id = "IOMMU-PRM-02",
        Statement = "The rights of an access are those that the entries of all levels grant together.",
        Source = "VT-d chapter 3, access rights of second-stage translation; AMD-Vi 2.2.3",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What is left of a mapping after a change of a part keeps its rights.</summary>
    public static Requirement Prm03 { get; } = new()
    {
        Id = "IOMMU-PRM-03",
        Statement = "What is left of a mapping after a change of a part keeps its rights.",
        Source = "VT-d chapter 3, access rights of second-stage translation; virtio 1.3 IOMMU device, UNMAP " +
            "request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A change of rights that breaks no rule is done.</summary>
    public static Requirement Prm04 { get; } = new()
    {
        Id = "IOMMU-PRM-04",
        Statement = "A change of rights that breaks no rule is done.",
        Source = "VT-d chapter 3, access rights of second-stage translation; Linux drivers/iommu/iommu.c " +
            "iommu_map",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>After a completed page invalidation the former translations of these pages are not used.</summary>
    public static Requirement Inv01 { get; } = new()
    {
        Id = "IOMMU-INV-01",
        Statement = "After a completed page invalidation the former translations of these pages are not used.",
        Source = "VT-d 6.5, IOTLB Invalidate (page-selective-within-domain); AMD-Vi 2.4.3",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>After a completed domain invalidation no former translation of the domain is used.</summary>
    public static Requirement Inv02 { get; } = new()
    {
        Id = "IOMMU-INV-02",
        Statement = "After a completed domain invalidation no former translation of the domain is used.",
        Source = "VT-d 6.5, IOTLB Invalidate (domain-selective); AMD-Vi 2.4.3",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>After a completed global invalidation no former translation is used.</summary>
    public static Requirement Inv03 { get; } = new()
    {
        Id = "IOMMU-INV-03",
        Statement = "After a completed global invalidation no former translation is used.",
        Source = "VT-d 6.5, IOTLB Invalidate (global); AMD-Vi 2.4.8",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A requester whose attachment and former domain were invalidated does not use that domain.</summary>
    public static Requirement Inv04 { get; } = new()
    {
        Id = "IOMMU-INV-04",
        Statement = "After its attachment and its former domain were invalidated a requester does not use that " +
            "domain.",
        Source = "VT-d 6.2 and 6.5, Context-cache Invalidate; AMD-Vi 2.4.2",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Submitted invalidations have taken effect when the wait for them ends.</summary>
    public static Requirement Inv05 { get; } = new()
    {
        Id = "IOMMU-INV-05",
        Statement = "Submitted invalidations have taken effect when the wait for them ends.",
        Source = "VT-d 6.5, Invalidation Wait; AMD-Vi 2.4.1 completion wait",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Where no invalidation is needed, what an operation removed is not used once it has returned.</summary>
    public static Requirement Inv06 { get; } = new()
    {
        Id = "IOMMU-INV-06",
        Statement = "Where no invalidation is needed, what an operation removed is not used once it has " +
            "returned.",
        Source = "virtio 1.3 IOMMU device, DETACH request and UNMAP request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Where absence may be cached, a covering invalidation makes a new mapping count.</summary>
    public static Requirement Inv07 { get; } = new()
    {
        Id = "IOMMU-INV-07",
        Statement = "Where absence may be cached, a new mapping is used once an invalidation covering it has " +
            "completed.",
        Source = "VT-d 6.1 Caching Mode; AMD-Vi 2.4.3 and capability NpCache",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>An invalidation of a scope that the implementation has completes.</summary>
    public static Requirement Inv08 { get; } = new()
    {
        Id = "IOMMU-INV-08",
        Statement = "An invalidation of a scope that the implementation has completes.",
        Source = "VT-d 6.5; AMD-Vi 2.4",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A requester that is not attached reaches no memory.</summary>
    public static Requirement Att01 { get; } = new()
    {
        Id = "IOMMU-ATT-01",
        Statement = "A requester that is not attached reaches no memory.",
        Source = "VT-d chapter 3, context entries, and chapter 7; AMD-Vi 2.2.2; virtio 1.3 IOMMU device, " +
            "DETACH request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A requester reaches only what its own domain maps.</summary>
    public static Requirement Att02 { get; } = new()
    {
        Id = "IOMMU-ATT-02",
        Statement = "A requester reaches only what its own domain maps.",
        Source = "VT-d chapter 3, context entries, and 6.2 Address Translation Caches; AMD-Vi 2.2.2; virtio " +
            "1.3 IOMMU device, ATTACH request",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>An attach or detach that breaks no rule is done.</summary>
    public static Requirement Att03 { get; } = new()
    {
        Id = "IOMMU-ATT-03",
        Statement = "An attach or detach that breaks no rule is done.",
        Source = "virtio 1.3 IOMMU device, ATTACH request and DETACH request; VT-d chapter 3, context entries",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A requester that is passed through reaches the output address that it names.</summary>
    public static Requirement Att04 { get; } = new()
    {
        Id = "IOMMU-ATT-04",
        Statement = "A requester that is passed through reaches the output address that it names.",
        Source = "VT-d chapter 3, pass-through translation type; virtio 1.3 IOMMU device, ATTACH request " +
            "(bypass domains)",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A new domain maps nothing that a former domain with its id mapped.</summary>
    public static Requirement Dom01 { get; } = new()
    {
        Id = "IOMMU-DOM-01",
        Statement = "A new domain maps nothing that a former domain with its id mapped.",
        Source = "virtio 1.3 IOMMU device, DETACH request; VT-d 6.2 (domain-id tags)",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Creating or destroying a domain that breaks no rule is done.</summary>
    public static Requirement Dom02 { get; } = new()
    {
        Id = "IOMMU-DOM-02",
        Statement = "Creating or destroying a domain that breaks no rule is done.",
        Source = "virtio 1.3 IOMMU device, ATTACH request; Linux drivers/iommu/iommu.c iommu_domain_free",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A domain to which a requester is attached is not destroyed.</summary>
    public static Requirement Dom03 { get; } = new()
    {
        Id = "IOMMU-DOM-03",
        Statement = "A domain to which a requester is attached is not destroyed.",
        Source = "Linux drivers/iommu/iommufd/main.c iommufd_destroy; Linux drivers/vfio/vfio_iommu_type1.c " +
            "vfio_iommu_type1_detach_group",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>An operation on a domain or a requester that does not exist is refused.</summary>
    public static Requirement Dom04 { get; } = new()
    {
        Id = "IOMMU-DOM-04",
        Statement = "An operation on a domain or a requester that does not exist is refused.",
        Source = "virtio 1.3 IOMMU device, ATTACH request and MAP request (NOENT); Linux iommufd_get_object",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An address beyond the width of the translation reaches no memory.</summary>
    public static Requirement Adr01 { get; } = new()
    {
        Id = "IOMMU-ADR-01",
        Statement = "An address beyond the width of the translation reaches no memory.",
        Source = "VT-d chapters 3 and 7, address beyond the guest address width; AMD-Vi 2.2.3",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Every page that an access touches is translated on its own.</summary>
    public static Requirement Dma01 { get; } = new()
    {
        Id = "IOMMU-DMA-01",
        Statement = "Every page that an access touches is translated on its own.",
        Source = "VT-d chapter 3, hierarchical translation structures; PCI Express Base, requests end at " +
            "4 KiB boundaries; virtio 1.3 IOMMU device, Device operations",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>An access changes no byte besides its own.</summary>
    public static Requirement Dma02 { get; } = new()
    {
        Id = "IOMMU-DMA-02",
        Statement = "An access changes no byte besides its own.",
        Source = "PCI Express Base, memory write requests; VT-d chapter 3, hierarchical translation structures",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A blocked access is recorded while there is room for a record.</summary>
    public static Requirement Flt01 { get; } = new()
    {
        Id = "IOMMU-FLT-01",
        Statement = "A blocked access is recorded while there is room for a record.",
        Source = "VT-d chapter 7, fault logging; AMD-Vi 2.5; virtio 1.3 IOMMU device, Fault reporting",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A fault record names the requester, the page and the direction of an access that was blocked.</summary>
    public static Requirement Flt02 { get; } = new()
    {
        Id = "IOMMU-FLT-02",
        Statement = "A fault record names the requester, the page and the direction of an access that was " +
            "blocked.",
        Source = "VT-d 11.4, Fault Recording Registers; AMD-Vi 2.5; virtio 1.3 IOMMU device, Fault reporting",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
        Presumes = Flt01,
    };

    /// <summary>Nothing is recorded where nothing was blocked.</summary>
    public static Requirement Flt03 { get; } = new()
    {
        Id = "IOMMU-FLT-03",
        Statement = "Nothing is recorded where nothing was blocked.",
        Source = "VT-d chapter 7, fault logging; AMD-Vi 2.5; virtio 1.3 IOMMU device, Fault reporting",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Cleared records and a cleared overflow are gone.</summary>
    public static Requirement Flt04 { get; } = new()
    {
        Id = "IOMMU-FLT-04",
        Statement = "Cleared records and a cleared overflow are gone.",
        Source = "VT-d chapter 7, fault logging, and 11.4, Fault Recording Registers (F is write-1-to-clear)",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Where records were lost for want of room, that is signalled.</summary>
    public static Requirement Flt05 { get; } = new()
    {
        Id = "IOMMU-FLT-05",
        Statement = "Where records were lost for want of room, that is signalled.",
        Source = "VT-d chapter 7, Primary Fault Logging (PFO); AMD-Vi 2.5.1",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Low,
        Presumes = Flt01,
    };

    /// <summary>A fault record gives the reason of the fault.</summary>
    public static Requirement Flt06 { get; } = new()
    {
        Id = "IOMMU-FLT-06",
        Statement = "A fault record gives the reason of the fault.",
        Source = "VT-d chapter 7, fault reasons; AMD-Vi 2.5; virtio 1.3 IOMMU device, Fault reporting",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Low,
        Presumes = Flt01,
    };

    /// <summary>A request with a PASID uses the domain of that PASID and no other.</summary>
    public static Requirement Pas01 { get; } = new()
    {
        Id = "IOMMU-PAS-01",
        Statement = "A request with a PASID uses the domain of that PASID and no other.",
        Source = "VT-d chapter 3, PASID tables; AMD-Vi 2.2.6; Arm SMMUv3 3.3",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>An interrupt message of an attached requester arrives.</summary>
    public static Requirement Irq01 { get; } = new()
    {
        Id = "IOMMU-IRQ-01",
        Statement = "An interrupt message of an attached requester arrives.",
        Source = "VT-d chapter 5; AMD-Vi 2.2.5",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>After a reset nothing is attached and nothing of before is used.</summary>
    public static Requirement Rst01 { get; } = new()
    {
        Id = "IOMMU-RST-01",
        Statement = "After a reset nothing is attached and nothing of before is used.",
        Source = "VT-d 11.4, Global Command and Global Status; virtio 1.3 IOMMU device, Device initialization",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A refusal gives a reason that applies.</summary>
    public static Requirement Ref01 { get; } = new()
    {
        Id = "IOMMU-REF-01",
        Statement = "A refusal gives a reason that applies.",
        Source = "virtio 1.3 IOMMU device, Device operations; Linux drivers/iommu/iommufd/io_pagetable.c",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>What the implementation declares it can do, it does.</summary>
    public static Requirement Cap01 { get; } = new()
    {
        Id = "IOMMU-CAP-01",
        Statement = "What the implementation declares it can do, it does.",
        Source = "VT-d 11.4, Capability and Extended Capability; virtio 1.3 IOMMU device, Feature bits",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The implementation answers every operation with an answer to it, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "IOMMU-LIVE-01",
        Statement = "The implementation answers every operation, with an answer to that operation, and stays " +
            "alive.",
        Source = "VT-d 6.5; virtio 1.3 IOMMU device, Device operations",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>No fault record holds an output address.</summary>
    public static Requirement Leak01 { get; } = new()
    {
        Id = "IOMMU-LEAK-01",
        Statement = "No fault record holds an output address.",
        Source = "VT-d 11.4, Fault Recording Registers (FI is the page of the request); virtio 1.3 IOMMU " +
            "device, Fault reporting",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
        Presumes = Flt01,
    };

    /// <summary>A requester reads only memory that it was once granted to read.</summary>
    public static Requirement Own01 { get; } = new()
    {
        Id = "IOMMU-OWN-01",
        Statement = "A requester reads only memory that it was once granted to read.",
        Source = "VT-d chapter 3, context entries and second-stage translation; virtio 1.3 IOMMU device, " +
            "Device operations",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A byte changes only through a requester that was once granted to write it.</summary>
    public static Requirement Own02 { get; } = new()
    {
        Id = "IOMMU-OWN-02",
        Statement = "A byte changes only through a requester that was once granted to write it.",
        Source = "VT-d chapter 3, context entries and second-stage translation; PCI Express Base, memory " +
            "write requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Map01, Map02, Map03, Map04, Map05, Map06, Map07, Map08, Unm01, Unm02, Unm03, Prm01, Prm02, Prm03,
        Prm04, Inv01, Inv02, Inv03, Inv04, Inv05, Inv06, Inv07, Inv08, Att01, Att02, Att03, Att04, Dom01,
        Dom02, Dom03, Dom04, Adr01, Dma01, Dma02, Flt01, Flt02, Flt03, Flt04, Flt05, Flt06, Pas01, Irq01, Rst01,
        Ref01, Cap01, Live01, Leak01, Own01, Own02);
}
