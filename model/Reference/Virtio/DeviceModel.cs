using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>A device, the driver's memory and what stands between them.</summary>
/// <param name="configuration">What holds for the case.</param>
/// <param name="rules">The decisions of the device.</param>
public sealed class DeviceModel(VirtioConfiguration configuration, VirtioRules rules)
{
    internal VirtioConfiguration Configuration { get; } = configuration;

    internal VirtioRules Rules { get; } = rules;

    internal DeviceMemory Memory { get; } = new();

    internal DeviceTables Tables { get; } = new(configuration);

    internal VirtioFeatures Offered { get; } = rules.Offers(configuration.Offered);

    internal VirtioFeatures Accepted { get; private set; }

    internal VirtioStatus Status { get; private set; }

    internal bool IsMaster { get; private set; } = true;

    internal bool WantsInterrupts { get; private set; } = true;

    /// <summary>The entry at which the driver wants to be interrupted; null if it named none.</summary>
    internal int? EventAt { get; private set; }

    /// <summary>What the driver accepted, offered or not.</summary>
    internal VirtioFeatures Acknowledged { get; private set; }

    internal Iova? Ring { get; private set; }

    /// <summary>Whether the queue that was set up last is packed.</summary>
    internal bool IsPacked { get; private set; }

    /// <summary>Whether entries can be named at which the other side wants to be told.</summary>
    internal bool HasEvents { get; private set; }

    /// <summary>The number of descriptors.</summary>
    internal int Size => Configuration.SizeOf(IsPacked);

    /// <summary>Whether the driver goes on although its features were refused.</summary>
    internal bool IsRefused => !Configuration.IsLegacy() &&
        (Status & (VirtioStatus.DriverOk | VirtioStatus.FeaturesOk)) == VirtioStatus.DriverOk;

    internal bool QueueWasReset { get; private set; }

    /// <summary>How many chains the device has looked at; of a packed queue, how many descriptors.</summary>
    internal int Last { get; private set; }

    internal bool UsesBus => Rules.UsesBusAddresses(Offered, Accepted);

    /// <summary>The status that a write of one leads to.</summary>
    internal VirtioStatus StatusAfter(VirtioStatus written)
    {
        var status = Rules.Status(Status, written);
        var isNew = (Status & VirtioStatus.FeaturesOk) == 0 && (status & VirtioStatus.FeaturesOk) != 0;
        return isNew && Rules.Refuses(Offered, Accepted) ? status & ~VirtioStatus.FeaturesOk : status;
    }

    /// <summary>Bits of the status are the other way round: what is left to the device was read back.</summary>
    internal void Adopt(VirtioStatus differing) => Status ^= differing;

    /// <summary>Features that were not offered are accepted for nothing.</summary>
    internal void DropPhantoms() => Accepted &= Offered;

    /// <summary>Does an operation other than a kick.</summary>
    internal void Do(VirtioOperation operation)
    {
        switch (operation)
        {
            case VirtioOperation.ResetDevice: Reset(); break;
            case VirtioOperation.AcceptFeatures accept: Accepted = Acknowledged = accept.Features; break;
            case VirtioOperation.SetStatus set: Status = StatusAfter(set.Status); break;
            case VirtioOperation.SetUpQueue queue: SetUp(queue.Ring); break;
            case VirtioOperation.ResetQueue: ResetQueue(); break;
            case VirtioOperation.Offer offer: Offer(offer); break;
            case VirtioOperation.WantInterrupts want:
                WantsInterrupts = want.Wanted;
                Want(want.After);
                break;
            case VirtioOperation.BusMaster master:
                IsMaster = master.IsOn;
                if (!IsMaster && Rules.StopsWithoutBusMaster) Status &= ~VirtioStatus.DriverOk;
                break;
            case VirtioOperation.Map map:
                Tables.Set(VirtioLayout.PageOf(map.At.Value), VirtioLayout.PageOf(map.To.Value), map.Access);
                break;
            case VirtioOperation.Unmap unmap: Tables.Set(VirtioLayout.PageOf(unmap.At.Value), -1, Access.None); break;
            default: break;
        }
    }

    /// <summary>Takes over what a kick led to.</summary>
    internal ValueList<Iova>? Recorded(List<Iova> faults) =>
        Configuration.KeepsRecords ? (ValueList<Iova>)[.. faults] : null;

    internal void Commit(DeviceRun run)
    {
        Last = run.Last;
        Status = run.Seen.Value;
        if (!IsPacked) return;
        foreach (var span in run.Spans)
        {
            var flags = PackedFlags.Used(span.Entry.IsMarked, PackedFlags.WrapOf(span.First, Size));
            Memory.StoreUsed(span.First % Size, span.Entry, flags);
        }
    }

    private void Reset()
    {
        Status = Rules.AfterReset(Status);
        Accepted = Acknowledged = VirtioFeatures.None;
        QueueWasReset = false;
        if (!Rules.KeepsQueueOverReset) Ring = null;
    }

    private void SetUp(Iova ring)
    {
        (Ring, Last, QueueWasReset) = (ring, 0, false);
        IsPacked = (Accepted & Offered & VirtioFeatures.RingPacked) != 0;
        HasEvents = (Accepted & Offered & VirtioFeatures.EventIndex) != 0;
        Memory.EmptyRings();
        Want(IsPacked ? -1 : 0);
    }

    // In a split queue with the event index the flag means nothing; a packed one can also do without an index.
    private void Want(int after)
    {
        EventAt = !HasEvents || after < 0 || (IsPacked && !WantsInterrupts) ? null : Last + after;
        if (HasEvents && !IsPacked && !WantsInterrupts) EventAt = Last - 1;
        if (!IsPacked) Memory.WantInterrupts(HasEvents || WantsInterrupts);
    }

    private void ResetQueue()
    {
        QueueWasReset = true;
        if (!Rules.KeepsQueueOverQueueReset) Ring = null;
    }

    private void Offer(VirtioOperation.Offer offer)
    {
        for (var i = 0; i < offer.Table.Count; i++)
            Memory.Write(VirtioLayout.TablePage, i, IsPacked ? PackedFlags.Swapped(offer.Table[i]) : offer.Table[i]);
        if (IsPacked)
        {
            Memory.MakePacked(offer, Size);
            return;
        }

        for (var i = 0; i < offer.Chain.Count; i++)
            Memory.Write(VirtioLayout.RingPage, (offer.Head + i) % Size, offer.Chain[i]);
        Memory.MakeAvailable(offer.Head, Size);
    }
}
