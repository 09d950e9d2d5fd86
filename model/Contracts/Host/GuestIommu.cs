namespace IoSpec.Contracts.Host;

/// <summary>What stands between a guest's devices and its physical addresses.</summary>
public enum GuestIommu
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An IOMMU that passes everything through.</summary>
    PassThrough,

    /// <summary>An IOMMU that translates.</summary>
    Translating,
}
