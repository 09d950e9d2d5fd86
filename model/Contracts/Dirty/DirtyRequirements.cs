namespace IoSpec.Contracts.Dirty;

/// <summary>What an implementation of the area <c>dirty</c> must do: the catalogue, in our own words.</summary>
public static class DirtyRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "dirty";

    /// <summary>A page that is written while the log runs is in the next report that covers it.</summary>
    public static Requirement Log01 { get; } = new()
    {
        Id = "DIRTY-LOG-01",
        Statement = "A page that is written while the log runs is in the next report that covers it.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap; QEMU docs/interop/vhost-user.rst, Migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Of a write to several pages every page is reported.</summary>
    public static Requirement Log02 { get; } = new()
    {
        Id = "DIRTY-LOG-02",
        Statement = "Of a write to several pages every page is reported.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap; QEMU docs/interop/vhost-user.rst, Migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What any writer writes is reported, whoever else is there.</summary>
    public static Requirement Log03 { get; } = new()
    {
        Id = "DIRTY-LOG-03",
        Statement = "What any writer writes is reported, whoever else is there.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A write that a report overlaps is in that report or in the next one.</summary>
    public static Requirement Log04 { get; } = new()
    {
        Id = "DIRTY-LOG-04",
        Statement = "A write that a report overlaps is in that report or in the next one.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap; QEMU docs/interop/vhost-user.rst, Migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A page is reported no earlier than what was written can be read, or once more after it.</summary>
    public static Requirement Log05 { get; } = new()
    {
        Id = "DIRTY-LOG-05",
        Statement = "A page is reported no earlier than what was written can be read, or once more after it.",
        Source = "QEMU docs/interop/vhost-user.rst, Migration; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A report takes no page outside its window out of the log.</summary>
    public static Requirement Win01 { get; } = new()
    {
        Id = "DIRTY-WIN-01",
        Statement = "A report takes no page outside its window out of the log.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A report changes no byte around the buffer that it was given.</summary>
    public static Requirement Win02 { get; } = new()
    {
        Id = "DIRTY-WIN-02",
        Statement = "A report changes no byte around the buffer that it was given.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>In pages of any size a report tells the same.</summary>
    public static Requirement Win03 { get; } = new()
    {
        Id = "DIRTY-WIN-03",
        Statement = "In pages of any size a report tells the same.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux " +
            "include/uapi/linux/iommufd.h, struct iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A report of a window that the tracker can report is given.</summary>
    public static Requirement Win04 { get; } = new()
    {
        Id = "DIRTY-WIN-04",
        Statement = "A report of a window that the tracker can report is given.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A report that cannot look at a part of its window is refused.</summary>
    public static Requirement Win05 { get; } = new()
    {
        Id = "DIRTY-WIN-05",
        Statement = "A report that cannot look at a part of its window is refused.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux " +
            "include/uapi/linux/iommufd.h, struct iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A page that was reported and not written since is not reported again.</summary>
    public static Requirement Clr01 { get; } = new()
    {
        Id = "DIRTY-CLR-01",
        Statement = "A page that was reported and not written since is not reported again.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux " +
            "include/uapi/linux/iommufd.h, struct iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>A report that does not clear leaves the log as it was.</summary>
    public static Requirement Clr02 { get; } = new()
    {
        Id = "DIRTY-CLR-02",
        Statement = "A report that does not clear leaves the log as it was.",
        Source = "Linux include/uapi/linux/iommufd.h, struct iommu_hwpt_get_dirty_bitmap, " +
            "IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>Only pages that were written, or that are marked with them, are reported.</summary>
    public static Requirement Pre01 { get; } = new()
    {
        Id = "DIRTY-PRE-01",
        Statement = "Only pages that were written, or that are marked with them, are reported.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>An unmap that reports gives every page that was written and not yet reported.</summary>
    public static Requirement Unm01 { get; } = new()
    {
        Id = "DIRTY-UNM-01",
        Statement = "An unmap that reports gives every page that was written and not yet reported.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_DMA_UNMAP_FLAG_GET_DIRTY_BITMAP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Where the log outlives mappings, what was written before an unmap is reported after it.</summary>
    public static Requirement Unm02 { get; } = new()
    {
        Id = "DIRTY-UNM-02",
        Statement = "Where the log outlives mappings, what was written before an unmap is reported after it.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; QEMU " +
            "docs/interop/vhost-user.rst, Migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A mapping can be removed while the log runs.</summary>
    public static Requirement Unm03 { get; } = new()
    {
        Id = "DIRTY-UNM-03",
        Statement = "A mapping can be removed while the log runs.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_IOMMU_UNMAP_DMA",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>What is mapped while the log runs is tracked.</summary>
    public static Requirement Map01 { get; } = new()
    {
        Id = "DIRTY-MAP-01",
        Statement = "What is mapped while the log runs is tracked.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux " +
            "drivers/vfio/vfio_iommu_type1.c vfio_dma_do_map",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Pages can be mapped while the log runs.</summary>
    public static Requirement Map02 { get; } = new()
    {
        Id = "DIRTY-MAP-02",
        Statement = "Pages can be mapped while the log runs.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_MAP_DMA",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A log that does not run can be started, and one that runs can be stopped.</summary>
    public static Requirement Sta01 { get; } = new()
    {
        Id = "DIRTY-STA-01",
        Statement = "A log that does not run can be started, and one that runs can be stopped.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_START",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A second start does to the log what the tracker says it does.</summary>
    public static Requirement Sta02 { get; } = new()
    {
        Id = "DIRTY-STA-02",
        Statement = "A second start does to the log what the tracker says it does.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_START",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A log that was stopped and started again tracks as the first one did.</summary>
    public static Requirement Sta03 { get; } = new()
    {
        Id = "DIRTY-STA-03",
        Statement = "A log that was stopped and started again tracks as the first one did.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_START",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>Where the tracker says so, a report is refused while no log runs.</summary>
    public static Requirement Off01 { get; } = new()
    {
        Id = "DIRTY-OFF-01",
        Statement = "Where the tracker says so, a report is refused while no log runs.",
        Source = "Linux drivers/vfio/vfio_iommu_type1.c vfio_iommu_type1_dirty_pages; libvfio-user lib/dma.c " +
            "dma_controller_dirty_page_get",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>What a device wrote stays in the log when the device leaves.</summary>
    public static Requirement Sco01 { get; } = new()
    {
        Id = "DIRTY-SCO-01",
        Statement = "What a device wrote stays in the log when the device leaves.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux " +
            "drivers/vfio/vfio_iommu_type1.c vfio_iommu_type1_detach_group",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What a device wrote before it pins its first pages stays in the log.</summary>
    public static Requirement Sco02 { get; } = new()
    {
        Id = "DIRTY-SCO-02",
        Statement = "What a device wrote before it pins its first pages stays in the log.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux " +
            "drivers/vfio/vfio_iommu_type1.c vfio_iommu_type1_pin_pages",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Pages that are pinned, and those that were since the last report, are reported.</summary>
    public static Requirement Pin01 { get; } = new()
    {
        Id = "DIRTY-PIN-01",
        Statement = "Pages that are pinned, and those that were since the last report, are reported.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux " +
            "drivers/vfio/vfio_iommu_type1.c update_user_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What was written before a machine is migrated is there where it goes on.</summary>
    public static Requirement Mov01 { get; } = new()
    {
        Id = "DIRTY-MOV-01",
        Statement = "What was written before a machine is migrated is there where it goes on.",
        Source = "QEMU docs/devel/migration/main.rst, Stages of migration; Linux " +
            "Documentation/driver-api/vfio.rst, VFIO migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What a device writes while its machine is migrated is there where it goes on.</summary>
    public static Requirement Mov02 { get; } = new()
    {
        Id = "DIRTY-MOV-02",
        Statement = "What a device writes while its machine is migrated is there where it goes on.",
        Source = "QEMU docs/devel/migration/main.rst, Stages of migration; Linux " +
            "Documentation/driver-api/vfio.rst, VFIO migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What the tracker declares it can do, it does.</summary>
    public static Requirement Cap01 { get; } = new()
    {
        Id = "DIRTY-CAP-01",
        Statement = "What the tracker declares it can do, it does.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The tracker answers every operation, with an answer to that operation, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "DIRTY-LIVE-01",
        Statement = "The tracker answers every operation, with an answer to that operation, and stays alive.",
        Source = "Linux include/uapi/linux/vfio.h, VFIO_IOMMU_DIRTY_PAGES; Linux include/uapi/linux/vfio.h, " +
            "VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; Linux include/uapi/linux/iommufd.h, struct " +
            "iommu_hwpt_get_dirty_bitmap",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Log01, Log02, Log03, Log04, Log05, Win01, Win02, Win03, Win04, Win05, Clr01, Clr02, Pre01, Unm01,
        Unm02, Unm03, Map01, Map02, Sta01, Sta02, Sta03, Off01, Sco01, Sco02, Pin01, Mov01, Mov02,
        Cap01, Live01);
}
