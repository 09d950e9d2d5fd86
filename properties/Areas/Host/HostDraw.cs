using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Host;
using Buffer = IoSpec.Reference.Host.Buffer;

namespace IoSpec.Areas.Host;

/// <summary>Draws the next operation: mostly accesses to what is mapped, and what happens in a migration.</summary>
internal static class HostDraw
{
    private static readonly int[] Weights =
    [
        8, // map
        4, // unmap
        4, // invalidate
        3, // read faults
        3, // give
        34, // dma
        5, // store
        7, // peek
        5, // send
        3, // set master
        4, // post
        6, // kick
        4, // inspect
        4, // assign
        2, // detach
        3, // reset function
        2, // restart
        4, // start migration
        5, // round
        5, // finish
        1, // cancel
        8, // advance
        14, // layer for DMA mappings
        16, // queues
        16, // parent
        3, // break
        12, // bounce pools
    ];

    private const int Queues = 23;
    private const int Parents = 24;

    private const ulong Always = (1ul << 0) | (1ul << 5) | (1ul << 7) | (1ul << 17) | (1ul << 19);

    public static HostOperation Next(HostState plan, ref Choices choices)
    {
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);
        for (var tries = 0; tries < 4; tries++)
        {
            // It takes many steps until a queue or a PASID is in use: a part of the cases is about that.
            var isFocused = (drawn >> Queues & 3) == 3 && tries < 2 && choices.OneIn(2);
            var kind = !isFocused ? choices.Weighted(weights)
                : plan.Parent is null || choices.OneIn(2) ? Queues
                : Parents;
            if (Of(kind, plan, ref choices) is { } operation && HostForm.Applies(plan, operation))
                return Certain(plan, operation);
        }

        return Certain(plan, Access(plan, ref choices));
    }

    // An access of which too many results are allowed tells nothing.
    private static HostOperation Certain(HostState plan, HostOperation operation)
    {
        var isUnclear = operation switch
        {
            HostOperation.Dma dma => IsUnclear(plan, dma),
            HostOperation.Look look =>
                HostAddressDraw.IsUnclear(plan, plan.Device(look.Device), look.At, new ByteCount(1)),
            HostOperation.Use use when HostForm.Applies(plan, use) => IsUnclear(plan, LayerAccess.Of(plan, use)),
            HostOperation.Kick kick when plan.Device(kick.Device) is { Buffer: { } at } device =>
                HostAddressDraw.IsUnclear(plan, device, at, Buffer.Length),
            _ => false,
        };
        return isUnclear ? new HostOperation.Peek(plan.Guests[0].Id, HostLayout.Memory) : operation;
    }

    private static bool IsUnclear(HostState plan, HostOperation.Dma dma) =>
        HostAddressDraw.IsUnclear(plan, plan.Device(dma.Device), dma.At, dma.Length);

    private static HostOperation? Of(int kind, HostState plan, ref Choices choices)
    {
        var guest = plan.Guests[choices.Below(plan.Guests.Length)];
        var device = plan.Devices[choices.Below(plan.Devices.Length)];
        return kind switch
        {
            <= 2 => HostAddressDraw.Change(kind, plan, guest, ref choices),
            3 => new HostOperation.ReadFaults(guest.Id),
            4 => new HostOperation.Give(device.Id, !device.IsInner),
            5 => Access(plan, ref choices),
            6 => HostAddressDraw.Store(guest, ref choices),
            7 => new HostOperation.Peek(guest.Id, HostAddressDraw.Physical(plan, guest, ref choices)),
            8 => Send(plan, ref choices),
            9 => new HostOperation.SetMaster(device.Id, !device.IsMaster),
            10 => new HostOperation.Post(device.Id, HostAddressDraw.Bus(plan, device, ref choices)),
            11 => new HostOperation.Kick(Buffered(plan, device).Id),
            12 => new HostOperation.Inspect(Buffered(plan, device).Id),
            13 => new HostOperation.Assign(device.Id, guest.Id),
            14 => new HostOperation.Detach(device.Id),
            15 => new HostOperation.ResetFunction(device.Id),
            16 => new HostOperation.Restart(guest.Id),
            17 => new HostOperation.StartMigration(guest.Id),
            18 => new HostOperation.Round(guest.Id),
            19 => new HostOperation.Finish(guest.Id),
            20 => new HostOperation.Cancel(guest.Id),
            21 => new HostOperation.Advance(guest.Id),
            22 => HostLayerDraw.Next(plan, guest, ref choices),
            23 => HostQueueDraw.Next(plan, ref choices),
            24 => HostParentDraw.Next(plan, ref choices),
            26 => HostPoolDraw.Next(plan, ref choices),
            25 => new HostOperation.Break(device.Id, choices.Below(4)),
            _ => null,
        };
    }

    // A device that may not use memory is allowed to, mostly.
    private static HostOperation Access(HostState plan, ref Choices choices)
    {
        var device = plan.Devices[choices.Below(plan.Devices.Length)];
        if (device.Owner is null && !choices.OneIn(4))
        {
            var taker = plan.Guests[choices.Below(plan.Guests.Length)];
            if (!taker.IsMigrating) return new HostOperation.Assign(device.Id, taker.Id);
        }

        if (device is { IsMaster: false, Owner: not null } && choices.OneIn(2))
            return new HostOperation.SetMaster(device.Id, true);
        if (plan.IsTranslated(device) && choices.OneIn(2)
            && HostAddressDraw.IsEmpty(plan.OwnerOf(device)!, device.IsInner))
        {
            var guest = plan.OwnerOf(device)!;
            return guest.Layer is not null && !device.IsInner
                ? HostLayerDraw.Map(plan, guest, ref choices)
                : HostAddressDraw.Map(plan, guest, device.IsInner, ref choices);
        }

        var kind = choices.OneIn(3) ? DmaKind.Read : DmaKind.Write;
        if (plan.IsTranslated(device) && !device.IsInner && !choices.OneIn(8)
            && HostLayerDraw.Use(plan.OwnerOf(device)!, device.Id, kind, ref choices) is { } use)
        {
            return use;
        }

        if (kind == DmaKind.Read && choices.OneIn(4)) return HostPoolDraw.Look(plan, device, ref choices);
        return new HostOperation.Dma(
            device.Id, kind, HostAddressDraw.Bus(plan, device, ref choices), HostAddressDraw.Length(ref choices));
    }

    // The next device that has a buffer, from one on.
    private static DeviceState Buffered(HostState plan, DeviceState from)
    {
        for (var i = 0; i < plan.Devices.Length; i++)
        {
            var device = plan.Devices[(i + (int)from.Id.Value) % plan.Devices.Length];
            if (device.Buffer is not null) return device;
        }

        return from;
    }

    private static HostOperation? Send(HostState plan, ref Choices choices)
    {
        var from = choices.Below(plan.Devices.Length);
        for (var i = 0; i < plan.Devices.Length; i++)
        {
            var device = plan.Devices[(i + from) % plan.Devices.Length];
            if (device.Ism is null || device.Owner is null) continue;
            var length = choices.Of<ulong>([8, 16, 16, 24, 64, 128, 200, 256]);
            var at = choices.Of<ulong>([0, 0x100, 0xff0, 0x1000, 1ul << 40]) + choices.Below(3ul);
            var data = HostLayout.Memory.Plus(choices.Of<ulong>([0, 0x80, 0xf80, 0xff8]));
            return new HostOperation.Send(
                device.Id, new BarOffset(at), data, new ByteCount(length), 1 + choices.Below(4));
        }

        return null;
    }
}
