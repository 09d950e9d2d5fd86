using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws accesses: by attached requesters, to edges of mappings and to what has just changed.</summary>
internal static class DmaDraw
{
    public static IommuOperation.Dma Next(IommuState plan, ref Choices choices)
    {
        var requester = AttachmentDraw.Requester(plan, ref choices);
        var pasid = AttachmentDraw.Pasid(plan, ref choices);
        if (plan.Attachments.Count > 0 && !choices.OneIn(8))
        {
            var attachment = Attached(plan, ref choices);
            requester = attachment.Requester;
            pasid = attachment.Pasid;
        }

        return By(plan, requester, pasid, ref choices);
    }

    private static IommuOperation.Dma By(IommuState plan, RequesterId requester, Pasid? pasid, ref Choices choices)
    {
        var device = plan.Configuration.Device(requester) ?? plan.Configuration.Devices[0];
        var kind = (DmaKind)Math.Max(0, choices.BitOf((ulong)device.Kinds));
        if (kind > DmaKind.Write && !choices.OneIn(4)) kind = choices.OneIn(2) ? DmaKind.Read : DmaKind.Write;
        var page = PageOf(plan, device.Requester, pasid, ref choices);
        var length = Length(device, ref choices);
        var at = page.Plus(Offset(device, length, ref choices));
        return new(device.Requester, pasid, AddressType.Untranslated, kind, false, at, length);
    }

    /// <summary>An access of a requester that is in a domain.</summary>
    public static IommuOperation.Dma? Into(IommuState plan, DomainId domain, ref Choices choices)
    {
        foreach (var attachment in plan.Attachments)
        {
            if (attachment.Now == Place.In(domain))
                return By(plan, attachment.Requester, attachment.Pasid, ref choices);
        }

        return null;
    }

    private static Iova PageOf(IommuState plan, RequesterId requester, Pasid? pasid, ref Choices choices)
    {
        var attachment = plan.Attachment(requester, pasid);
        var place = attachment?.Now ?? Place.Blocked;
        if (attachment is { Former.Count: > 0 } && choices.OneIn(4)) place = attachment.Former[^1].Place;
        if (place.Kind == PlaceKind.Through)
        {
            var region = plan.Configuration.Frames[choices.Below(plan.Configuration.Frames.Count)];
            return new Iova(region.Start.Plus(choices.Below(region.Pages.Value) << Page.Shift).Value);
        }

        var domain = place.Kind == PlaceKind.Domain
            ? plan.Domain(place.Domain)!
            : DomainDraw.Mapped(plan, ref choices);
        return AddressDraw.Touched(plan, domain, ref choices);
    }

    // One that goes into a domain, three of four times.
    private static Attachment Attached(IommuState plan, ref Choices choices)
    {
        var start = choices.Below(plan.Attachments.Count);
        for (var i = 0; i < plan.Attachments.Count; i++)
        {
            var attachment = plan.Attachments[(start + i) % plan.Attachments.Count];
            if (attachment.Now.Kind == PlaceKind.Domain || choices.OneIn(4)) return attachment;
        }

        return plan.Attachments[start];
    }

    private static ByteCount Length(IommuDevice device, ref Choices choices)
    {
        var granule = device.Granule.Value;
        ulong length = choices.Below(16) switch
        {
            0 => 0ul,
            < 4 => 1ul,
            < 10 => 4ul,
            < 13 => 8ul,
            13 => 64ul,
            14 => Page.Bytes,
            _ => Page.Bytes + 8,
        };
        if (length > 0 && granule > 1) length = (length + granule - 1) / granule * granule;
        return new ByteCount(Math.Min(length, device.Longest.Value / granule * granule));
    }

    private static ulong Offset(IommuDevice device, ByteCount length, ref Choices choices)
    {
        var offset = choices.Below(8) switch
        {
            < 3 => 0ul,
            3 => Page.Bytes - 1,
            4 => (Page.Bytes - length.Value) & (Page.Bytes - 1),
            5 => (Page.Bytes - (length.Value / 2)) & (Page.Bytes - 1),
            _ => choices.Below(Page.Bytes),
        };
        offset -= offset % device.Alignment.Value;
        var fits = offset + length.Value <= Page.Bytes;
        return device.CrossesPages || fits ? offset : 0;
    }
}
