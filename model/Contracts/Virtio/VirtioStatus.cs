namespace IoSpec.Contracts.Virtio;

/// <summary>The bits of the device status register, with their values there.</summary>
[Flags]
public enum VirtioStatus
{
    /// <summary>The device was reset.</summary>
    None = 0,

    /// <summary>The guest has found the device.</summary>
    Acknowledge = 1,

    /// <summary>The guest knows how to drive it.</summary>
    Driver = 2,

    /// <summary>The driver is ready.</summary>
    DriverOk = 4,

    /// <summary>The features are settled.</summary>
    FeaturesOk = 8,

    /// <summary>The device cannot go on without a reset.</summary>
    NeedsReset = 64,

    /// <summary>The driver has given up.</summary>
    Failed = 128,
}
