using IoSpec.Contracts;
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

    /// <summary>
    /// Whether an entry that is to be used was not seen: the device has yet to mark one, or its mark was blocked, and
    /// it is ahead of where the driver looks. Blocked data alone is no reason.
    /// </summary>
    internal bool OwesUsed { get; set; }

    /// <summary>Whether the device has used something since it was reset.</summary>
    internal bool HasOperated { get; set; }

    /// <summary>Whether the device was no bus master for a while, since it was reset.</summary>
    public bool WasOff { get; private set; }

    /// <summary>What the driver has described so far: what a device that lost its way may still come across.</summary>
    internal List<Descriptor> Described { get; } = [];

    /// <summary>Where a buffer lies that the driver has described.</summary>
    /// <param name="back">How many it has described since, from 0.</param>
    /// <returns>Its address; null if there is none.</returns>
    public Iova? Buffer(int back) => back < Described.Count ? Described[^(back + 1)].At : null;

    /// <summary>The status.</summary>
    public VirtioStatus Status => Model.Status;

    /// <summary>What the driver accepted.</summary>
    public VirtioFeatures Accepted => Model.Accepted;

    /// <summary>Whether the driver uses a legacy interface.</summary>
    public bool IsLegacy => Configuration.IsLegacy();

    /// <summary>Whether a queue is set up.</summary>
    public bool HasQueue => Model.Ring is not null;

    /// <summary>Whether a queue is set up whose rings are at bus addresses that are none of memory.</summary>
    public bool AreRingsMoved => Model.Ring is { } ring && VirtioLayout.PageOf(ring.Value) >= VirtioLayout.Shift;

    /// <summary>Whether the queue was reset and not set up since.</summary>
    public bool QueueWasReset => Model.QueueWasReset;

    /// <summary>Whether the device may access memory.</summary>
    public bool IsMaster => Model.IsMaster;

    /// <summary>Whether the driver is to give bus addresses that differ from those of memory.</summary>
    public bool WantsBusAddresses => Model.UsesBus && Configuration.Mode == PlatformMode.Translating;

    /// <summary>Whether the queue that was set up last is packed.</summary>
    public bool IsPacked => Model.IsPacked;

    /// <summary>Whether entries can be named at which the other side wants to be told.</summary>
    public bool HasEvents => Model.HasEvents;

    /// <summary>The number of descriptors.</summary>
    public int Size => Model.Size;

    /// <summary>Whether features were refused, and the driver has not started again.</summary>
    public bool WasRefused { get; internal set; }

    /// <summary>How many places of the descriptor table are taken by chains that were not looked at.</summary>
    public int Taken => IsPacked ? Waiting : Waiting == 0 ? 0 : _taken;

    /// <summary>Whether all that the device was told of is used, and more was offered since.</summary>
    public bool HasNews => Model.Last == Told && Model.Memory.Made > Told;

    /// <summary>Whether the device was told of all that was offered, and has left some of it.</summary>
    public bool IsIgnored => Waiting > 0 && Told == Model.Memory.Made;

    /// <summary>The first place behind the last chain.</summary>
    public int FirstFree { get; private set; }

    /// <summary>How many entries there were when the device was told of them last.</summary>
    internal int Told { get; set; }

    /// <summary>The addresses that the driver handed out last; null if they are of no one style.</summary>
    internal AddressStyle? Style { get; private set; }

    /// <summary>Whether an id stands for a chain of a packed queue that was not looked at.</summary>
    /// <param name="id">The id.</param>
    /// <returns>True if so.</returns>
    public bool IsTaken(int id) => Model.Memory.IsTaken(id, Model.Last);

    /// <summary>The device was reset.</summary>
    internal void Renew() =>
        (IsOpen, OwesUsed, HasOperated, WasOff, WasRefused) = (false, false, false, false, false);

    /// <summary>An operation was done.</summary>
    internal void Note(VirtioOperation operation)
    {
        if (operation is VirtioOperation.BusMaster { IsOn: false }) WasOff = true;
        if (operation is VirtioOperation.AcceptFeatures) WasRefused = false;
        if (operation is VirtioOperation.SetUpQueue) Told = 0;
        if (operation is not VirtioOperation.Offer offer) return;
        Style = StyleOf(offer);
        _taken = offer.Chain.Count + (Waiting > 1 ? _taken : 0);
        FirstFree = (offer.Head + offer.Chain.Count) % Size;
        foreach (var descriptor in offer.Chain) Described.Add(descriptor);
        foreach (var descriptor in offer.Table) Described.Add(descriptor);
    }

    /// <summary>How many chains, of a packed queue descriptors, were made available and not looked at.</summary>
    public int Waiting => Model.Memory.Made - Model.Last;

    private AddressStyle? StyleOf(VirtioOperation.Offer offer)
    {
        var (moved, all) = (0, 0);
        foreach (var descriptor in offer.Table.Count > 0 ? offer.Table : offer.Chain)
        {
            all++;
            if (VirtioLayout.PageOf(descriptor.At.Value) >= VirtioLayout.Shift) moved++;
        }

        if (moved == all) return AreRingsMoved ? AddressStyle.Bus : AddressStyle.Mixed;
        return moved == 0 && !AreRingsMoved ? AddressStyle.Physical : null;
    }
}
