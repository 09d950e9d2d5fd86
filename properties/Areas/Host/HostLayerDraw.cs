using IoSpec.Areas.Dma;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Engine;
using IoSpec.Reference.Dma;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Draws what a guest's layer for DMA mappings is asked, as its area does, and its uses.</summary>
internal static class HostLayerDraw
{
    /// <summary>Something that the layer is asked.</summary>
    public static HostOperation? Next(HostState plan, GuestState guest, ref Choices choices) => guest.Layer is null
        ? null
        : Between(guest.Layer, ref choices) is { } time ? new HostOperation.Layer(guest.Id, time)
        : DmaDraw.Next(guest.Layer, ref choices) switch
        {
            DmaOperation.Map map => Map(plan, guest, map, ref choices),
            DmaOperation.Access => null,
            var does => new HostOperation.Layer(guest.Id, does),
        };

    /// <summary>A map, where there is nothing else that a device could use.</summary>
    public static HostOperation.Layer Map(HostState plan, GuestState guest, ref Choices choices) => Map(
        plan, guest, new DmaOperation.Map(new ProcessorId(0), [new Segment(default, new PageCount(1))], true),
        ref choices);

    /// <summary>A device uses what is mapped, or was not long ago.</summary>
    public static HostOperation.Use? Use(GuestState guest, DeviceId device, DmaKind kind, ref Choices choices)
    {
        if (guest.Layer is not { Mappings: { Count: > 0 } mappings }) return null;
        var mapping = mappings[^(1 + choices.Below(Math.Min(mappings.Count, 4)))];
        var page = choices.Below(mapping.Entries.Length);
        var offset = ((ulong)page * Page.Bytes) + (choices.OneIn(4) ? Page.Bytes - 1 : 0);
        return new HostOperation.Use(
            device, kind, new Held(mapping.Step), new ByteCount(offset), HostAddressDraw.Length(ref choices));
    }

    // Half of the time that an unmap may wait goes by: one that comes then finds the timer set.
    private static DmaOperation.Advance? Between(DmaState layer, ref Choices choices) =>
        layer.Configuration.Policy is DmaPolicy.Lazy lazy && layer.Mappings.Exists(mapping => !mapping.IsLive)
            && choices.OneIn(6)
            ? new DmaOperation.Advance(new Duration(lazy.Timeout.Nanoseconds / 2))
            : null;

    // The memory is that of the guest, or the BAR of a peer.
    private static HostOperation.Layer Map(
        HostState plan, GuestState guest, DmaOperation.Map map, ref Choices choices)
    {
        var segments = new Segment[map.Segments.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            var frame = HostAddressDraw.Physical(plan, guest, ref choices).PageStart();
            var page = HostLayout.PageOf(frame, guest.Shape.Pages);
            var left = page < 0 ? 1 : guest.Shape.Pages.Value - (ulong)page;
            segments[i] = new Segment(frame, new PageCount(Math.Min(map.Segments[i].Pages.Value, left)));
        }

        return new HostOperation.Layer(guest.Id, map with { Segments = [.. segments] });
    }
}
