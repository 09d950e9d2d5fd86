using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Dirty;
using IoSpec.Reference.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>Judges what a guest does to its IOMMU and to its memory.</summary>
internal static class GuestJudge
{
    public static After Change(HostState state, HostOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var (guest, change) = HostAnswer.ChangeOf(state, operation);
        Observation part = seen is HostObservation.Refused refused
            ? new IommuObservation.Refused(refused.Reason ?? Refusal.OutOfResources)
            : IommuObservation.Done.Instance;
        return Iommu(state, guest, change, part, ref verdicts);
    }

    public static After Faults(
        HostState state, HostOperation.ReadFaults read, HostObservation.Faults seen, ref Verdicts verdicts) => Iommu(
            state, state.Guest(read.Guest), new IommuOperation.ReadFaults(),
            new IommuObservation.Faults(seen.Records, seen.Overflow), ref verdicts);

    /// <summary>The judge of the area <c>iommu</c> looks at a guest's IOMMU.</summary>
    public static After Iommu(
        HostState state, GuestState guest, IommuOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var part = state.IommuBench.Open(verdicts);
        var after = IommuJudge.Judge(guest.Iommu!, operation, seen, ref part);
        state.IommuBench.Close(part, HostRequirements.Trn01, ref verdicts);
        return after;
    }

    /// <summary>The judge of the area <c>dirty</c> looks at a guest's tracker.</summary>
    public static After Tracker(
        HostState state, GuestState guest, DirtyOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var part = state.DirtyBench.Open(verdicts);
        var after = DirtyJudge.Judge(guest.Dirty, operation, seen, ref part);
        state.DirtyBench.Close(part, HostRequirements.Dirty01, ref verdicts);
        return after;
    }

    public static After Store(HostState state, HostOperation.Store store, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        var guest = state.Guest(store.Guest);
        for (var at = store.At; at.Value < store.At.Value + store.Length.Value; at = at.PageStart().Plus(Page.Bytes))
            QueueState.Disturb(state, guest, null, at);
        Written(state, guest, HostPart.Processor(state.Configuration), store.At, store.Length, ref verdicts);
        return After.Consistent;
    }

    /// <summary>Somebody has written to a guest's memory, or to a BAR that it has.</summary>
    public static void Written(
        HostState state, GuestState guest, WriterId writer, Gpa at, ByteCount length, ref Verdicts verdicts)
    {
        if (HostLayout.PageOf(at, guest.Shape.Pages) is >= 0 and var first)
        {
            var last = HostLayout.PageOf(at.Plus(length.Value - 1), guest.Shape.Pages);
            for (var page = first; page <= last; page++) guest.Memory[page] = state.Step;
            Tracker(
                state, guest, Tracking.Write(writer, at, length), DirtyObservation.Done.Instance, ref verdicts);
        }
        else if (Backing.BarAt(state, guest, at) is { } device)
        {
            var page = HostLayout.BarPageOf(at, device.Id);
            device.Bar[page] = state.Step;
            FunctionJudge.Written(state, device, page);
        }
    }

    public static After Restart(HostState state, HostOperation.Restart restart, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        var guest = state.Guest(restart.Guest);
        Array.Fill(guest.Memory, -1);
        foreach (var device in state.Devices)
        {
            if (device.Owner != guest.Id) continue;
            device.IsInner = false;
            DeviceJudge.Renew(state, device);
        }

        guest.WasCalledOff = false;
        guest.StartLayer();
        guest.StartPool();
        HostStart.Restart(state, guest);
        QueueState.Settle(state, guest);
        return After.Consistent;
    }
}
