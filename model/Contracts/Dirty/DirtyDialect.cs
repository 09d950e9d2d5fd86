namespace IoSpec.Contracts.Dirty;

/// <summary>By which interface a tracker is asked; what it does is in its traits.</summary>
public enum DirtyDialect
{
    /// <summary>A type1 container: VFIO_IOMMU_DIRTY_PAGES.</summary>
    Type1,

    /// <summary>The log of one device's DMA: VFIO_DEVICE_FEATURE_DMA_LOGGING_*.</summary>
    DeviceLog,

    /// <summary>A page table of iommufd: IOMMU_HWPT_GET_DIRTY_BITMAP.</summary>
    Iommufd,

    /// <summary>A log of vhost, in which the back end sets bits.</summary>
    VhostLog,

    /// <summary>What combines the trackers of several devices and containers.</summary>
    Aggregate,
}
