namespace IoSpec.Contracts.Virtio;

/// <summary>What a target may lack.</summary>
[Flags]
public enum VirtioAbilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An IOMMU before the device that can be programmed.</summary>
    Tables = 1,

    /// <summary>A record of accesses that the IOMMU blocks.</summary>
    Faults = 2,

    /// <summary>A device that offers access through the platform.</summary>
    Platform = 4,

    /// <summary>A device that does not offer it.</summary>
    NoPlatform = 8,

    /// <summary>A queue that can be reset alone.</summary>
    RingReset = 16,

    /// <summary>A packed queue.</summary>
    Packed = 32,

    /// <summary>Events at an index.</summary>
    Events = 64,

    /// <summary>An interface that is not a legacy one.</summary>
    Modern = 128,

    /// <summary>A bit by which the device is kept from accessing memory.</summary>
    BusMaster = 256,

    /// <summary>A status of its own: without it whoever stands before the device keeps one for it.</summary>
    Status = 512,

    /// <summary>A way for the device to have it told that it cannot go on.</summary>
    Errors = 1024,
}
