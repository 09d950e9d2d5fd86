using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws maps, unmaps and changes of rights.</summary>
internal static class MappingDraw
{
    private const ulong Pages2M = 512;
    private const ulong Pages1G = Pages2M * Pages2M;

    public static IommuOperation.Map Map(IommuState plan, ref Choices choices)
    {
        var domain = DomainDraw.Mapped(plan, ref choices);
        var at = AddressDraw.Page(plan, domain, ref choices);
        var frames = plan.Configuration.Frames;
        var region = frames[choices.Below(frames.Count)];
        var pages = Pages(plan.Traits, region, ref at, ref choices);
        var to = Output(region, at, pages, ref choices);
        var largest = choices.Of([PageSize.Size4K, PageSize.Size2M, PageSize.Size2M, PageSize.Size1G]);
        if (choices.OneIn(48)) at = at.Plus(1ul << choices.Below(Page.Shift));
        if (choices.OneIn(96)) to = to.Plus(1ul << choices.Below(Page.Shift));
        return new(domain.Id, at, to, pages, Rights(ref choices), largest);
    }

    public static IommuOperation.Unmap Unmap(IommuState plan, ref Choices choices)
    {
        var domain = DomainDraw.Mapped(plan, ref choices);
        var (at, pages) = Range(plan, domain, ref choices);
        return new(domain.Id, at, pages);
    }

    public static IommuOperation.Protect Protect(IommuState plan, ref Choices choices)
    {
        var domain = DomainDraw.Mapped(plan, ref choices);
        var (at, pages) = Range(plan, domain, ref choices);
        return new(domain.Id, at, pages, Rights(ref choices));
    }

    public static IommuOperation.Restrict Restrict(IommuState plan, ref Choices choices)
    {
        var domain = DomainDraw.Mapped(plan, ref choices);
        var span = choices.Of([PageSize.Size2M, PageSize.Size2M, PageSize.Size1G, PageSize.Size512G]);
        return new(domain.Id, AddressDraw.Page(plan, domain, ref choices), span, Rights(ref choices));
    }

    /// <summary>
    /// A range about a mapping: exactly it, its ends, a part, one page more; or a few pages anywhere.
    /// </summary>
    public static (Iova At, PageCount Pages) Range(IommuState plan, IommuDomain domain, ref Choices choices)
    {
        if (choices.OneIn(8) || domain.Live.Count == 0)
            return (AddressDraw.Page(plan, domain, ref choices), new PageCount((ulong)choices.Below(4)));
        var range = domain.Live[choices.Below(domain.Live.Count)].Range;
        var count = ((range.Last.Value - range.First.Value) >> Page.Shift) + 1;
        var part = 1 + choices.Below(count);
        return choices.Below(10) switch
        {
            < 4 => (range.First, new PageCount(count)),
            4 => (range.First, new PageCount(part)),
            5 => (range.First.Plus((count - part) << Page.Shift), new PageCount(part)),
            6 => (range.First.Plus((count / 2) << Page.Shift), new PageCount(1)),
            7 => (range.First, new PageCount(count + 1)),
            8 => (new Iova(unchecked(range.First.Value - Page.Bytes)), new PageCount(count + 1)),
            _ => (range.First.Plus(Page.Bytes), new PageCount(part)),
        };
    }

    private static Access Rights(ref Choices choices) => choices.Below(32) switch
    {
        < 18 => Access.ReadWrite,
        < 25 => Access.Read,
        < 30 => Access.Write,
        30 => Access.None,
        _ => Access.Read | Access.Execute,
    };

    // A gibibyte is mapped only where it is one leaf: of small leaves it costs much and shows nothing more.
    private static PageCount Pages(IommuTraits traits, FrameRegion region, ref Iova at, ref Choices choices)
    {
        if (choices.OneIn(32)) return new PageCount(Odd(ref choices));
        if (AddressDraw.PagesToEnd(traits, at) is { } room and < 8 && !choices.OneIn(4)) return new PageCount(room);
        if (region.Pages.Value < Pages2M || choices.OneIn(2)) return new PageCount(1 + (ulong)choices.Below(4));
        if (choices.OneIn(4)) at = new Iova(at.Value & ~((Pages2M << Page.Shift) - 1));
        var toEnd = Pages2M - ((at.Value >> Page.Shift) & (Pages2M - 1));
        return new PageCount(choices.Below(6) switch
        {
            0 => Pages2M,
            1 => Pages2M + 1,
            2 => toEnd + Pages2M,
            3 => 2 * Pages2M,
            4 when (traits.Leaves & LeafSizes.Size1G) != 0 && region.Pages.Value >= Pages1G => Pages1G,
            _ => toEnd,
        });
    }

    private static ulong Odd(ref Choices choices) => choices.Below(4) switch
    {
        0 => 0,
        1 => choices.Bits(8),
        _ => ulong.MaxValue >> choices.Below(16),
    };

    // With the offset in a large page that the input has, most of the time, so that large leaves are possible.
    private static Gpa Output(FrameRegion region, Iova at, PageCount pages, ref Choices choices)
    {
        var room = region.Pages.Value > pages.Value ? region.Pages.Value - pages.Value : 0;
        if (region.Pages.Value < Pages2M || choices.OneIn(4))
            return region.Start.Plus(choices.Below(Math.Min(room, 64) + 1) << Page.Shift);
        var skew = ((at.Value >> Page.Shift) - (region.Start.Value >> Page.Shift)) & (Pages2M - 1);
        return region.Start.Plus(Math.Min(skew, room) << Page.Shift);
    }
}
