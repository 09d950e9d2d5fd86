namespace IoSpec.Contracts.Migration;

/// <summary>A state of a migration device, with the numbers of the kernel's interface.</summary>
/// <remarks>Source: Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state.</remarks>
public enum DeviceState
{
    /// <summary>The device has failed and must be reset.</summary>
    Error = 0,

    /// <summary>The device changes neither its internal nor any external state.</summary>
    Stop = 1,

    /// <summary>The device runs normally.</summary>
    Running = 2,

    /// <summary>As <see cref="Stop"/>, and the internal state can be read out.</summary>
    StopCopy = 3,

    /// <summary>The device is stopped and loads a new internal state.</summary>
    Resuming = 4,

    /// <summary>The device runs, but begins no DMA to its peers.</summary>
    RunningP2P = 5,

    /// <summary>The device runs, and changes of its internal state are tracked and can be read out.</summary>
    PreCopy = 6,

    /// <summary>As <see cref="PreCopy"/>, but the device begins no DMA to its peers.</summary>
    PreCopyP2P = 7,
}
