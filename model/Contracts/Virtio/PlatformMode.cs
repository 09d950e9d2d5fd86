namespace IoSpec.Contracts.Virtio;

/// <summary>What stands between the device and memory.</summary>
public enum PlatformMode
{
    /// <summary>No IOMMU.</summary>
    None,

    /// <summary>An IOMMU that is switched off.</summary>
    Off,

    /// <summary>An IOMMU that passes the device's accesses through.</summary>
    PassThrough,

    /// <summary>An IOMMU whose tables map every page of memory to itself at first.</summary>
    Identity,

    /// <summary>An IOMMU whose tables map the driver's pages elsewhere.</summary>
    Translating,
}
