namespace IoSpec.Contracts.Virtio;

/// <summary>The feature bits that decide how a device is driven; not their places in the register.</summary>
[Flags]
public enum VirtioFeatures
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Descriptors may refer to tables of descriptors (bit 28).</summary>
    IndirectDescriptors = 1,

    /// <summary>The device is not driven through a legacy interface (bit 32).</summary>
    Version1 = 2,

    /// <summary>The platform limits or translates the accesses of the device (bit 33).</summary>
    AccessPlatform = 4,

    /// <summary>A queue can be reset alone (bit 40).</summary>
    RingReset = 8,

    /// <summary>Queues are packed (bit 34).</summary>
    RingPacked = 16,

    /// <summary>Either side says at which entry it wants to be told (bit 29).</summary>
    EventIndex = 32,
}
