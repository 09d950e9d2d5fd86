namespace IoSpec.Contracts.Migration;

/// <summary>What a device, or the harness around it, can do besides changing states.</summary>
[Flags]
public enum MigrationFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>An estimate of the size of the stream: VFIO_DEVICE_FEATURE_MIG_DATA_SIZE.</summary>
    DataSize = 1,

    /// <summary>The device can be made to fail a change of state in the middle.</summary>
    FailsOnDemand = 2,

    /// <summary>Interrupt vectors can be set, and where an interrupt arrives is seen.</summary>
    Vectors = 4,

    /// <summary>The configuration space has words that can be written and read.</summary>
    ConfigurationSpace = 8,

    /// <summary>A peer can write the device's registers.</summary>
    PeerWrites = 16,

    /// <summary>It is seen what the device does on its own.</summary>
    Watching = 32,

    /// <summary>What is left can be asked for before the device stops: VFIO_MIG_GET_PRECOPY_INFO.</summary>
    PreCopyInfo = 64,

    /// <summary>A session has a handle of its own, which ends with it: a data_fd.</summary>
    Handles = 128,

    /// <summary>That nothing is there now is told apart from the end of the stream: ENOMSG.</summary>
    EndsApart = 256,

    /// <summary>The words of internal state can be written and read.</summary>
    Registers = 512,
}
