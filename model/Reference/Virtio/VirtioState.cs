using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What is known of a device.</summary>
/// <param name="configuration">What holds for the case.</param>
public sealed class VirtioState(VirtioConfiguration configuration)
{
    /// <summary>What holds for the case.</summary>
    public VirtioConfiguration Configuration { get; } = configuration;

    /// <summary>The device, as far as it is known.</summary>
    public DeviceModel Model { get; } = new(configuration, VirtioRules.Standard);

    /// <summary>
    /// Whether it is unknown what the queue comes to, after an error of the driver's, until the device is reset.
    /// </summary>
    public bool IsOpen { get; internal set; }

    /// <summary>The status.</summary>
    public VirtioStatus Status => Model.Status;

    /// <summary>What the driver accepted.</summary>
    public VirtioFeatures Accepted => Model.Accepted;

    /// <summary>Whether a queue is set up.</summary>
    public bool HasQueue => Model.Ring is not null;

    /// <summary>Whether the queue was reset and not set up since.</summary>
    public bool QueueWasReset => Model.QueueWasReset;

    /// <summary>Whether the device may access memory.</summary>
    public bool IsMaster => Model.IsMaster;

    /// <summary>Whether the driver is to give bus addresses that differ from those of memory.</summary>
    public bool WantsBusAddresses => Model.UsesBus && Configuration.Mode == PlatformMode.Translating;

    /// <summary>How many chains were made available and not looked at.</summary>
    public int Waiting => (ushort)(Model.Memory.Index - Model.Last);
}
