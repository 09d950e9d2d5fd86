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

    internal Iova? Ring { get; private set; }

    internal bool QueueWasReset { get; private set; }

    internal ushort Last { get; private set; }

    internal bool UsesBus => Rules.UsesBusAddresses(Offered, Accepted);

    /// <summary>The status that a write of one leads to.</summary>
    internal VirtioStatus StatusAfter(VirtioStatus written)
    {
        var status = Rules.Status(Status, written);
        var isNew = (Status & VirtioStatus.FeaturesOk) == 0 && (status & VirtioStatus.FeaturesOk) != 0;
        return isNew && Rules.Refuses(Offered, Accepted) ? status & ~VirtioStatus.FeaturesOk : status;
    }

    /// <summary>Features that were not offered are accepted for nothing.</summary>
    internal void DropPhantoms() => Accepted &= Offered;

    /// <summary>Does an operation other than a kick.</summary>
    internal void Do(VirtioOperation operation)
    {
        switch (operation)
        {
            case VirtioOperation.ResetDevice: Reset(); break;
            case VirtioOperation.AcceptFeatures accept: Accepted = accept.Features; break;
            case VirtioOperation.SetStatus set: Status = StatusAfter(set.Status); break;
            case VirtioOperation.SetUpQueue queue: SetUp(queue.Ring); break;
            case VirtioOperation.ResetQueue: ResetQueue(); break;
            case VirtioOperation.Offer offer: Offer(offer); break;
            case VirtioOperation.WantInterrupts want:
                WantsInterrupts = want.Wanted;
                Memory.WantInterrupts(want.Wanted);
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
    internal void Commit(DeviceRun run)
    {
        Last = run.Last;
        Status = run.Seen.Value;
    }

    private void Reset()
    {
        Status = Rules.AfterReset(Status);
        Accepted = VirtioFeatures.None;
        QueueWasReset = false;
        if (!Rules.KeepsQueueOverReset) Ring = null;
    }

    private void SetUp(Iova ring)
    {
        (Ring, Last, QueueWasReset) = (ring, 0, false);
        Memory.EmptyRings();
        Memory.WantInterrupts(WantsInterrupts);
    }

    private void ResetQueue()
    {
        QueueWasReset = true;
        if (!Rules.KeepsQueueOverQueueReset) Ring = null;
    }

    private void Offer(VirtioOperation.Offer offer)
    {
        for (var i = 0; i < offer.Table.Count; i++) Memory.Write(VirtioLayout.TablePage, i, offer.Table[i]);
        for (var i = 0; i < offer.Chain.Count; i++)
            Memory.Write(VirtioLayout.RingPage, (offer.Head + i) % Configuration.Size, offer.Chain[i]);
        Memory.MakeAvailable(offer.Head, Configuration.Size);
    }
}
