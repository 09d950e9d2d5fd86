using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Draws requests: most of them are about the one address on which a case dwells.</summary>
internal static class RequestDraw
{
    private const ulong Page2M = 1ul << 21;
    private const ulong Page1G = 1ul << 30;

    public static WalkRequest Next(WalkState plan, FormatDraw draw, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        var dwells = !choices.OneIn(4);
        var index = dwells ? (int)(choices.Swarm >> 40 & 0xff) % devices.Count : choices.Below(devices.Count);
        var requester = devices[index];
        var at = dwells
            ? draw.Place(plan, Common((int)(choices.Swarm >> 48 & 7)))
            : Any(plan, draw, ref choices);
        var features = plan.Configuration.Features;
        Pasid? pasid = (features & WalkFeatures.Pasid) != 0 && choices.OneIn(3)
            ? new Pasid(choices.OneIn(4) ? Wide(ref choices) : (uint)choices.Below(2))
            : null;
        var privileged = (features & WalkFeatures.Privilege) != 0 && pasid is not null && choices.OneIn(2);
        if (dwells && pasid is not null && (choices.Swarm >> 52 & 1) != 0) pasid = null;
        var kind = (DmaKind)Math.Max(0, choices.BitOf((ulong)requester.Kinds));
        if (kind > DmaKind.Write && !choices.OneIn(2)) kind = choices.OneIn(2) ? DmaKind.Read : DmaKind.Write;
        if (kind == DmaKind.Execute && pasid is null) kind = DmaKind.Read;
        var type = (features & WalkFeatures.Ats) != 0 && choices.OneIn(32)
            ? AddressType.Translated
            : AddressType.Untranslated;
        return new WalkRequest(requester.Requester, pasid, type, kind, privileged, at);
    }

    public static WalkOperation.Dma Access(WalkState plan, in WalkRequest request, ref Choices choices)
    {
        var device = plan.Configuration.Device(request.Requester)!;
        var granule = device.Granule.Value;
        var length = choices.Below(8) switch
        {
            0 => 8ul,
            1 => 64ul,
            2 => 1 + choices.Below(2ul),
            _ => 4ul,
        };
        length = Math.Min((length + granule - 1) / granule * granule, device.Longest.Value / granule * granule);
        var offset = choices.Below(4) switch
        {
            0 => 0ul,
            1 => Page.Bytes - length,
            2 when device.CrossesPages => Page.Bytes - (length / 2),
            _ => choices.Below(Page.Bytes - length + 1),
        };
        offset -= offset % device.Alignment.Value;
        return new WalkOperation.Dma(
            request.Requester, request.Pasid, request.AddressType, request.Kind, request.Privileged,
            request.At.PageStart().Plus(offset), new ByteCount(length));
    }

    // One that no case uses, or one of those with a bit too many.
    private static uint Wide(ref Choices choices) => choices.OneIn(2)
        ? (uint)choices.Bits(20)
        : (uint)choices.Below(2) | (0x100u << choices.Below(12));

    private static Iova Any(WalkState plan, FormatDraw draw, ref Choices choices) =>
        choices.OneIn(4) ? draw.Edge(plan, ref choices) : draw.Place(plan, Common(choices.Below(8)));

    private static Iova Common(int index) => new(index switch
    {
        0 => 0,
        1 => Page.Bytes,
        2 => Page2M - Page.Bytes,
        3 => Page2M,
        4 => Page1G,
        5 => Page1G + Page2M,
        6 => (5 * Page1G) + (3 * Page2M) + (7 * Page.Bytes),
        _ => 0x1234_5000,
    });
}
