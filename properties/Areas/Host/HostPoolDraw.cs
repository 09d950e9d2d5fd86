using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Draws what guests whose memory is restricted do with their pools, and what devices do there.</summary>
internal static class HostPoolDraw
{
    /// <summary>Something that is done with the pool of a guest, from one on; null if none has one.</summary>
    public static HostOperation? Next(HostState plan, ref Choices choices)
    {
        var from = choices.Below(plan.Guests.Length);
        for (var i = 0; i < plan.Guests.Length; i++)
        {
            var guest = plan.Guests[(i + from) % plan.Guests.Length];
            if (guest.Pool is not null) return Next(plan, guest, ref choices);
        }

        return null;
    }

    /// <summary>An address that a device looks at, or writes to.</summary>
    public static HostOperation Look(HostState plan, DeviceState device, ref Choices choices) =>
        new HostOperation.Look(device.Id, HostAddressDraw.Bus(plan, device, ref choices));

    private static HostOperation? Next(HostState plan, GuestState guest, ref Choices choices)
    {
        var live = guest.Pool!.Mappings.FindAll(mapping => mapping.IsLive);
        if (choices.OneIn(2) && Use(plan, guest, live.Count > 0, ref choices) is { } use) return use;
        if (live.Count > 0 && choices.OneIn(2))
        {
            var given = live[choices.Below(live.Count)];
            return new HostOperation.Bounce(
                guest.Id, new DmaOperation.Unmap(new ProcessorId(0), new Held(given.Step)));
        }

        var (first, count) = SharedMemory.Own(guest.Shape);
        if (count == 0) return null;
        var page = choices.Below(Math.Min(count, 4));
        var pages = choices.OneIn(4) ? 2ul : 1ul;
        var segment = new Segment(
            HostLayout.Memory.Plus((ulong)(first + page) * Page.Bytes),
            new PageCount(Math.Min(pages, (ulong)(count - page))));
        return choices.OneIn(4)
            ? new HostOperation.Store(guest.Id, segment.Frame, new ByteCount(1))
            : new HostOperation.Bounce(
                guest.Id, new DmaOperation.Map(new ProcessorId(0), [segment], Writable: !choices.OneIn(3)));
    }

    // A device of the guest writes to a slot, or looks at what is there.
    private static HostOperation? Use(HostState plan, GuestState guest, bool isTaken, ref Choices choices)
    {
        var from = choices.Below(plan.Devices.Length);
        for (var i = 0; i < plan.Devices.Length; i++)
        {
            var device = plan.Devices[(i + from) % plan.Devices.Length];
            if (device.Owner != guest.Id) continue;
            if (!device.IsMaster) return new HostOperation.SetMaster(device.Id, true);
            if (plan.IsTranslated(device) && HostAddressDraw.IsEmpty(guest, device.IsInner))
                return HostAddressDraw.Map(plan, guest, device.IsInner, ref choices);
            return isTaken && choices.OneIn(2)
                ? new HostOperation.Dma(
                    device.Id, DmaKind.Write, HostAddressDraw.Bus(plan, device, ref choices), new ByteCount(1))
                : Look(plan, device, ref choices);
        }

        return null;
    }
}
