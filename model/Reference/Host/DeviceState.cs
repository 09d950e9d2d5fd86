using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;
using IoSpec.Reference.Virtio;
using IoSpec.Reference.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>What is known of a device.</summary>
public sealed class DeviceState
{
    /// <summary>The state at the start.</summary>
    /// <param name="id">The device.</param>
    /// <param name="shape">What it is.</param>
    public DeviceState(DeviceId id, DeviceShape shape)
    {
        (Id, Kind, Owner, IsMaster) = (id, shape.Kind, shape.Owner, shape.Owner is not null);
        if (shape.Kind == HostDeviceKind.Ism) Ism = new ZpciState(HostPart.Ism);
        if (shape.States != MigrationFlags.None) Function = new MigrationState(HostPart.Function(shape.States));
    }

    /// <summary>The device.</summary>
    public DeviceId Id { get; }

    /// <summary>What it is.</summary>
    public HostDeviceKind Kind { get; }

    /// <summary>What is known of it as a function to which blocks are written; null for other kinds.</summary>
    public ZpciState? Ism { get; }

    /// <summary>What is known of it as a function that is migrated by its states; null for others.</summary>
    public MigrationState? Function { get; }

    /// <summary>What is known of its queue; null if it has none, or no guest that has memory for one.</summary>
    public VirtioState? Queue { get; set; }

    /// <summary>Whether it is known of every page what the guest's IOMMU makes of it for the queue.</summary>
    public bool IsQueueSettled { get; set; }

    /// <summary>How often its guest had moved when the queue was set up.</summary>
    public int QueueMoves { get; set; }

    /// <summary>The guest that it belongs to, or null.</summary>
    public GuestId? Owner { get; set; }

    /// <summary>The guest that it belonged to before, or null.</summary>
    public GuestId? Before { get; set; }

    /// <summary>Whether its guest has given it to the guest inside.</summary>
    public bool IsInner { get; set; }

    /// <summary>Whether it may use memory.</summary>
    public bool IsMaster { get; set; }

    /// <summary>Whether it was reset, and not been allowed to use memory since.</summary>
    public bool WasReset { get; set; }

    /// <summary>The address of the buffer that its driver gave it, or null.</summary>
    public Iova? Buffer { get; set; }

    /// <summary>How often its guest had moved when the driver did.</summary>
    public int BufferMoves { get; set; }

    /// <summary>Which step wrote each page of its BAR last; -1 for none.</summary>
    public int[] Bar { get; } = [-1, -1];

    /// <summary>Whether it has a BAR that its peers can reach.</summary>
    public bool HasBar => Kind == HostDeviceKind.VirtualFunction;

    /// <summary>A reset: whatever it held is gone.</summary>
    public void Reset()
    {
        (IsMaster, WasReset, Buffer) = (false, true, null);
        Array.Fill(Bar, -1);
    }
}
