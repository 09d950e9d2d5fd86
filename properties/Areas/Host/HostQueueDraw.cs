using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Host;
using IoSpec.Reference.Virtio;

namespace IoSpec.Areas.Host;

/// <summary>Draws what drivers of emulated devices do, as their area does, and mappings for queues.</summary>
internal static class HostQueueDraw
{
    /// <summary>Something that a driver does; null if nobody has a queue.</summary>
    public static HostOperation? Next(HostState plan, ref Choices choices)
    {
        var from = choices.Below(plan.Devices.Length);
        for (var i = 0; i < plan.Devices.Length; i++)
        {
            var device = plan.Devices[(i + from) % plan.Devices.Length];
            if (device.Queue is not null) return Next(plan, device, ref choices);
        }

        return null;
    }

    private static HostOperation? Next(HostState plan, DeviceState device, ref Choices choices)
    {
        var guest = plan.OwnerOf(device)!;
        var maps = plan.IsTranslated(device) && (device.IsInner || guest.Layer is null);
        var isBehindLayer = plan.IsTranslated(device) && !maps;
        if (isBehindLayer && choices.OneIn(3) && Layer(guest, device, ref choices) is { } mapped) return mapped;
        if (maps && choices.OneIn(3) && Mapping(guest, device, ref choices) is { } mapping)
            return mapping;
        return Driver(device.Queue!, ref choices) switch
        {
            VirtioOperation.BusMaster master => new HostOperation.SetMaster(device.Id, master.IsOn),
            VirtioOperation.Map map when maps => new HostOperation.Map(
                guest.Id, device.IsInner, map.At, QueueWindow.At(guest.Shape, map.To), new PageCount(1), map.Access),
            VirtioOperation.Unmap unmap when maps =>
                new HostOperation.Unmap(guest.Id, device.IsInner, unmap.At, new PageCount(1)),
            VirtioOperation.Map or VirtioOperation.Unmap => null,
            var does => new HostOperation.Drive(device.Id, does),
        };
    }

    // Some drivers make more chains available than the ring has places before they tell of them.
    private static VirtioOperation Driver(VirtioState queue, ref Choices choices)
    {
        var isHasty = IsHasty(choices) && queue is { HasQueue: true, IsPacked: false, IsOpen: false }
            && (queue.Status & VirtioStatus.DriverOk) != 0;
        if (!isHasty || choices.OneIn(8)) return VirtioDraw.Next(queue, ref choices, DriverHabit.Eager);
        return queue.Waiting > queue.Size
            ? new VirtioOperation.Kick(false)
            : ChainDraw.Offer(queue, ref choices, DriverHabit.Eager);
    }

    // A layer maps the pages of a queue at once, where nothing else is mapped; what waits to come back is waited for.
    private static HostOperation.Layer? Layer(GuestState guest, DeviceState device, ref Choices choices)
    {
        if (guest.Layer!.Mappings.Exists(mapping => mapping.IsLive))
            return null;
        if (!device.IsQueueSettled) return new HostOperation.Layer(guest.Id, new DmaOperation.Advance(Long));
        var memory = new Segment(
            QueueWindow.At(guest.Shape, new Gpa(VirtioLayout.Base)), new PageCount(VirtioLayout.Shift));
        return new HostOperation.Layer(
            guest.Id, new DmaOperation.Map(new ProcessorId(0), [memory], Writable: !choices.OneIn(8)));
    }

    private static Duration Long { get; } = new(20_000_000);

    private static bool IsHasty(Choices choices) => (~choices.Swarm >> 44 & 3) == 3;

    // All pages of a queue are mapped at once, or those of the rings, where none is; what was unmapped is invalidated.
    private static HostOperation? Mapping(GuestState guest, DeviceState device, ref Choices choices)
    {
        var first = new Iova(VirtioLayout.AddressOf(VirtioLayout.Shift));
        var pages = new PageCount(VirtioLayout.Shift);
        if (!device.IsQueueSettled) return new HostOperation.Invalidate(guest.Id, device.IsInner, first, pages);
        var request = new TranslationRequest(HostPart.Requester(device.Id), null, first, Access.Write, false);
        if (guest.Translation!.Allowed(request).Only is Translation.To) return null;
        var to = QueueWindow.At(guest.Shape, new Gpa(VirtioLayout.Base));
        return new HostOperation.Map(
            guest.Id, device.IsInner, first, to,
            choices.OneIn(4) || IsHasty(choices) ? new PageCount(1 + choices.Below(2ul)) : pages,
            choices.OneIn(8) ? Access.Read : Access.ReadWrite);
    }
}
