namespace IoSpec.Contracts.Migration;

/// <summary>The state of a device in the first version of the interface, with the bits of its word.</summary>
/// <remarks>Source: Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state.</remarks>
[Flags]
public enum RegionBits
{
    /// <summary>The device stands still.</summary>
    None = 0,

    /// <summary>The device runs: _RUNNING.</summary>
    Running = 1,

    /// <summary>Its internal state can be read out: _SAVING.</summary>
    Saving = 2,

    /// <summary>It loads a new internal state: _RESUMING; with <see cref="Saving"/> the word of an error.</summary>
    Resuming = 4,

    /// <summary>The bit that was proposed: a device that runs begins no DMA, NDMA.</summary>
    NoDma = 8,
}
