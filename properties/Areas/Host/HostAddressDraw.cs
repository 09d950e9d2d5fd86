using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Draws addresses: few places, what is mapped, what a peer has, the ends of memory.</summary>
internal static class HostAddressDraw
{
    private static readonly ulong[] Places = [0, 0x1000, 0x1_0000, 0x1_1000, 0x20_0000, 0x7f_ffff_e000];

    public static bool IsEmpty(GuestState guest, bool inner) =>
        guest.Iommu is not { } iommu || iommu.Domain(HostPart.Domain(inner)) is not { Live.Count: > 0 };

    /// <summary>Whether more may become of an access than anybody can list.</summary>
    public static bool IsUnclear(HostState plan, DeviceState device, Iova at, ByteCount length)
    {
        if (!plan.IsTranslated(device) || plan.OwnerOf(device)?.Translation is not { } translation) return false;
        for (var page = at.PageStart(); page.Value < at.Value + length.Value; page = page.Plus(Page.Bytes))
        {
            var request = new TranslationRequest(HostPart.Requester(device.Id), null, page, Access.Read, false);
            if (translation.Allowed(request).Ambiguous) return true;
        }

        return false;
    }

    public static HostOperation? Change(int kind, HostState plan, GuestState guest, ref Choices choices)
    {
        if (guest.Iommu is null) return null;
        var inner = guest.Shape.Nested && choices.OneIn(2);
        if (guest.Layer is not null && !inner) return HostLayerDraw.Next(plan, guest, ref choices);
        if (kind != 2 && Crowded(guest, inner) is { } crowded) return crowded;
        if (kind == 0) return Map(plan, guest, inner, ref choices);
        var (at, pages) = Mapped(guest, inner, ref choices);
        return kind == 1
            ? new HostOperation.Unmap(guest.Id, inner, at, pages)
            : new HostOperation.Invalidate(guest.Id, inner, at, pages);
    }

    // Of more than a few versions of an entry nobody can say which is used.
    private static HostOperation.Invalidate? Crowded(GuestState guest, bool inner)
    {
        if (guest.Iommu!.Domain(HostPart.Domain(inner)) is not { Superseded: { Count: > 1 } superseded }) return null;
        var range = superseded[0].Range;
        var pages = ((range.Last.Value - range.First.Value) >> Page.Shift) + 1;
        return new HostOperation.Invalidate(guest.Id, inner, range.First, new PageCount(Math.Min(pages, 64)));
    }

    public static HostOperation.Map Map(HostState plan, GuestState guest, bool inner, ref Choices choices)
    {
        var to = Physical(plan, guest, ref choices).PageStart();
        var pages = new PageCount(choices.OneIn(3) ? 1 + choices.Below(3ul) : 1);
        var allowed = choices.Of<Access>([Access.ReadWrite, Access.ReadWrite, Access.Read, Access.Write]);
        return new HostOperation.Map(guest.Id, inner, new Iova(choices.Of<ulong>(Places)), to, pages, allowed);
    }

    /// <summary>An address for a device to use.</summary>
    public static Iova Bus(HostState plan, DeviceState device, ref Choices choices)
    {
        if (choices.OneIn(8)) return new Iova(choices.Of<ulong>(Places) + Offset(ref choices));
        if (plan.OwnerOf(device) is not { } guest) return new Iova(HostLayout.Memory.Value);
        if (!plan.IsTranslated(device)) return new Iova(Physical(plan, guest, ref choices).Value);
        var (at, pages) = Mapped(guest, device.IsInner, ref choices);
        return at.Plus((choices.Below(pages.Value) * Page.Bytes) + Offset(ref choices));
    }

    /// <summary>A physical address of a guest: memory, a BAR of one of its devices, rarely what is behind.</summary>
    public static Gpa Physical(HostState plan, GuestState guest, ref Choices choices)
    {
        if (choices.OneIn(3))
        {
            var from = choices.Below(plan.Devices.Length);
            for (var i = 0; i < plan.Devices.Length; i++)
            {
                var device = plan.Devices[(i + from) % plan.Devices.Length];
                if (!device.HasBar || (device.Owner != guest.Id && !choices.OneIn(4))) continue;
                return HostLayout.Bar(device.Id)
                    .Plus((choices.Below(HostLayout.BarPages) * Page.Bytes) + Offset(ref choices));
            }
        }

        // Of memory that is restricted devices are shown what is shared, mostly.
        var isShared = guest.Shape.Slots > 0 && !choices.OneIn(4);
        var pages = isShared ? (ulong)guest.Shape.Slots : guest.Shape.Pages.Value + (choices.OneIn(16) ? 1ul : 0);
        return HostLayout.Memory.Plus((choices.Below(pages) * Page.Bytes) + Offset(ref choices));
    }

    public static HostOperation.Store Store(GuestState guest, ref Choices choices)
    {
        var at = HostLayout.Memory.Plus((choices.Below(guest.Shape.Pages.Value) * Page.Bytes) + Offset(ref choices));
        return new HostOperation.Store(guest.Id, at, Length(ref choices));
    }

    public static ByteCount Length(ref Choices choices) =>
        new(choices.Of<ulong>([1, 1, 2, 64, Page.Bytes, Page.Bytes + 1, 2 * Page.Bytes]));

    private static ulong Offset(ref Choices choices) => choices.Below(4) switch
    {
        0 => Page.Bytes - 1,
        1 => choices.Below(Page.Bytes),
        _ => 0,
    };

    // What is mapped, or was until the next invalidation.
    private static (Iova At, PageCount Pages) Mapped(GuestState guest, bool inner, ref Choices choices)
    {
        var domain = guest.Iommu!.Domain(HostPart.Domain(inner));
        if (domain is null || domain.Live.Count + domain.Superseded.Count + domain.Former.Count == 0)
            return (new Iova(choices.Of<ulong>(Places)), new PageCount(1));
        var index = choices.Below(domain.Live.Count + domain.Superseded.Count + (domain.Former.Count > 0 ? 1 : 0));
        var stale = index - domain.Live.Count;
        var range = stale < 0 ? domain.Live[index].Range
            : stale < domain.Superseded.Count ? domain.Superseded[stale].Range
            : domain.Former[^1].Version.Range;
        return (range.First, new PageCount(((range.Last.Value - range.First.Value) >> Page.Shift) + 1));
    }
}
