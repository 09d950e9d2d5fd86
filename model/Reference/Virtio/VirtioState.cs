using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What is known of a device.</summary>
/// <param name="configuration">What holds for the case.</param>
public sealed class VirtioState(VirtioConfiguration configuration)
{
    private int _taken;

    /// <summary>What holds for the case.</summary>
    public VirtioConfiguration Configuration { get; } = configuration;

    /// <summary>The device, as far as it is known.</summary>
    public DeviceModel Model { get; } = new(configuration, VirtioRules.Standard);

    /// <summary>
    /// Whether it is unknown what the queue comes to, after an error of the driver's, until the device is reset.
    /// </summary>
    public bool IsOpen { get; internal set; }

    /// <summary>Whether the device was no bus master for a while, since it was reset.</summary>
    public bool WasOff { get; private set; }

    /// <summary>What the driver has described so far: what a device that lost its way may still come across.</summary>
    internal List<Descriptor> Described { get; } = [];

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

    /// <summary>How many places of the descriptor table are taken by chains that were not looked at.</summary>
    public int Taken => Waiting == 0 ? 0 : _taken;

    /// <summary>The first place behind the last chain.</summary>
    public int FirstFree { get; private set; }

    /// <summary>The device was reset.</summary>
    internal void Renew() => (IsOpen, WasOff) = (false, false);

    /// <summary>An operation was done.</summary>
    internal void Note(VirtioOperation operation)
    {
        if (operation is VirtioOperation.BusMaster { IsOn: false }) WasOff = true;
        if (operation is not VirtioOperation.Offer offer) return;
        _taken = offer.Chain.Count + (Waiting > 1 ? _taken : 0);
        FirstFree = (offer.Head + offer.Chain.Count) % Configuration.Size;
        foreach (var descriptor in offer.Chain) Described.Add(descriptor);
        foreach (var descriptor in offer.Table) Described.Add(descriptor);
    }

    /// <summary>How many chains were made available and not looked at.</summary>
    public int Waiting => (ushort)(Model.Memory.Index - Model.Last);
}
