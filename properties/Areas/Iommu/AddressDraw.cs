using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws page addresses: edges of what exists, of what has just changed, of levels and of the width.</summary>
internal static class AddressDraw
{
    private static readonly ulong[] Hot =
    [
        0, 0x1000, 0x2000, 0x5000, 0x1f_f000, 0x20_0000, 0x20_1000, 0x40_0000, 0x3fff_f000, 0x4000_0000, 0x80_0000_0000,
        0x7f_ffff_f000,
    ];

    /// <summary>The first address of a page.</summary>
    public static Iova Page(IommuState plan, IommuDomain domain, ref Choices choices)
    {
        var at = choices.Below(16) switch
        {
            < 6 => Edge(domain.Live, ref choices) ?? Recent(domain, ref choices),
            < 9 => Recent(domain, ref choices),
            9 => Edge(plan.Domains[choices.Below(plan.Domains.Length)].Live, ref choices),
            _ => null,
        };
        if (at is { } found) return found;
        return choices.Below(16) switch
        {
            0 => new Iova(choices.Bits(64) & ~(Contracts.Page.Bytes - 1)),
            1 => Top(plan.Traits, ref choices),
            2 => Alias(plan, domain, ref choices),
            3 when plan.Traits.Reserved.Count > 0 =>
                Edge(plan.Traits.Reserved[choices.Below(plan.Traits.Reserved.Count)], ref choices),
            _ => new Iova(choices.Of<ulong>(Hot.AsSpan(0, choices.OneIn(2) ? 4 : Hot.Length))),
        };
    }

    /// <summary>A page for an access: mostly in what is mapped or was, at its edges.</summary>
    public static Iova Touched(IommuState plan, IommuDomain domain, ref Choices choices)
    {
        var at = choices.Below(16) switch
        {
            < 8 when domain.Live.Count > 0 => Inside(domain.Live[choices.Below(domain.Live.Count)].Range, ref choices),
            < 12 => Recent(domain, ref choices),
            _ => null,
        };
        return at ?? Page(plan, domain, ref choices);
    }

    /// <summary>A page of what has changed: versions that may still be used or must not be any more.</summary>
    public static Iova? Recent(IommuDomain domain, ref Choices choices)
    {
        if (domain.Superseded.Count > 0 && choices.OneIn(2))
            return Edge(domain.Superseded[Late(domain.Superseded.Count, ref choices)].Range, ref choices);
        if (domain.Former.Count > 0)
            return Edge(domain.Former[Late(domain.Former.Count, ref choices)].Version.Range, ref choices);
        return null;
    }

    /// <summary>A page at or beside the edge of one of several ranges.</summary>
    public static Iova? Edge(List<Extent> extents, ref Choices choices) =>
        extents.Count == 0 ? null : Edge(extents[choices.Below(extents.Count)].Range, ref choices);

    // One of the last four of a list.
    private static int Late(int count, ref Choices choices) => count - 1 - choices.Below(Math.Min(4, count));

    private static Iova Edge(IovaRange range, ref Choices choices)
    {
        var first = range.First.Value;
        var last = range.Last.PageStart().Value;
        return new Iova(unchecked(choices.Below(8) switch
        {
            0 or 1 or 2 => first,
            3 or 4 => last,
            5 => last + Contracts.Page.Bytes,
            6 => first - Contracts.Page.Bytes,
            _ => first + (choices.Below(((last - first) >> Contracts.Page.Shift) + 1) << Contracts.Page.Shift),
        }));
    }

    private static Iova Inside(IovaRange range, ref Choices choices)
    {
        var last = range.Last.PageStart().Value;
        return choices.Below(4) switch
        {
            0 => range.First,
            1 => new Iova(last),
            _ => range.First.Plus(
                choices.Below(((last - range.First.Value) >> Contracts.Page.Shift) + 1) << Contracts.Page.Shift),
        };
    }

    /// <summary>The pages from an address to the end of the width; null if it is beyond.</summary>
    public static ulong? PagesToEnd(IommuTraits traits, Iova at)
    {
        if (!traits.IsWithinWidth(at)) return null;
        return (((ulong.MaxValue >> (64 - traits.AddressWidth)) - at.Value) >> Contracts.Page.Shift) + 1;
    }

    private static Iova Top(IommuTraits traits, ref Choices choices)
    {
        var end = traits.AddressWidth >= 64 ? 0 : 1ul << traits.AddressWidth;
        return new Iova(unchecked(end - ((ulong)choices.Below(4) << Contracts.Page.Shift)));
    }

    // An address that differs from a mapped one only in a bit beyond the width, or in its top bit.
    private static Iova Alias(IommuState plan, IommuDomain domain, ref Choices choices)
    {
        var at = Edge(domain.Live, ref choices) ?? new Iova(Hot[1]);
        var bit = choices.OneIn(2) && plan.Traits.AddressWidth < 64 ? plan.Traits.AddressWidth : 63;
        return new Iova(at.Value ^ (1ul << bit));
    }
}
