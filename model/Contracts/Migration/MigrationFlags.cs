namespace IoSpec.Contracts.Migration;

/// <summary>Which states a device has, as it says itself.</summary>
/// <remarks>Source: Linux include/uapi/linux/vfio.h, struct vfio_device_feature_migration.</remarks>
[Flags]
public enum MigrationFlags
{
    /// <summary>No migration.</summary>
    None = 0,

    /// <summary>STOP, STOP_COPY and RESUMING; always there.</summary>
    StopCopy = 1,

    /// <summary>RUNNING_P2P, and with <see cref="PreCopy"/> PRE_COPY_P2P.</summary>
    P2P = 2,

    /// <summary>PRE_COPY.</summary>
    PreCopy = 4,
}
