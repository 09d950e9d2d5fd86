namespace IoSpec.Contracts.Migration;

/// <summary>A field at the beginning of a region of migration.</summary>
/// <remarks>Source: Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info.</remarks>
public enum RegionField
{
    /// <summary>The state of the device.</summary>
    DeviceState,

    /// <summary>What reads zero.</summary>
    Reserved,

    /// <summary>How much is left to be read; to read it says that the last segment was.</summary>
    PendingBytes,

    /// <summary>Where in the region the next segment is; to read it asks for that segment.</summary>
    DataOffset,

    /// <summary>How long that segment is.</summary>
    DataSize,
}
