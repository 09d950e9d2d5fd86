namespace IoSpec.Contracts.Host;

/// <summary>What a device of a host is, and by whose addresses it works.</summary>
public enum HostDeviceKind
{
    /// <summary>An emulated virtio device that takes the platform's addresses.</summary>
    Honoring,

    /// <summary>An emulated virtio device that goes around the guest's IOMMU.</summary>
    Bypassing,

    /// <summary>A virtual function that is assigned, with a BAR that its peers can reach.</summary>
    VirtualFunction,

    /// <summary>An ISM function: it is written to in blocks.</summary>
    Ism,
}
