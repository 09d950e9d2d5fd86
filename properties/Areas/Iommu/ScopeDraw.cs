using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws scopes of invalidation: mostly about something that may still be used.</summary>
internal static class ScopeDraw
{
    public static InvalidationScope Next(IommuState plan, ref Choices choices)
    {
        var domain = Stale(plan, ref choices);
        return choices.Below(16) switch
        {
            < 2 => new InvalidationScope.Everything(),
            < 5 => new InvalidationScope.OfDomain(domain.Id),
            < 8 => new InvalidationScope.OfRequester(Leaver(plan, ref choices)),
            8 => new InvalidationScope.OfDomain(DomainDraw.Any(plan, ref choices, existing: true)),
            _ => Pages(plan, domain, ref choices),
        };
    }

    private static InvalidationScope.OfPages Pages(IommuState plan, IommuDomain domain, ref Choices choices)
    {
        var leafOnly = choices.OneIn(3);
        // Where a mapping needs it too: from a place before a mapping on, which may be in another table.
        if (plan.Traits.MapSync != SyncRule.None && domain.Live.Count > 0 && choices.OneIn(6))
        {
            var before = 1 + choices.Below(2ul);
            var first = domain.Live[choices.Below(domain.Live.Count)].Range.First.Value;
            if (first >> Page.Shift >= before)
                return new(domain.Id, new Iova(first - (before << Page.Shift)), new PageCount(before + 1), leafOnly);
        }

        if (domain.Superseded.Count == 0 || choices.OneIn(6))
        {
            var (at, pages) = MappingDraw.Range(plan, domain, ref choices);
            return new(domain.Id, at, pages, leafOnly);
        }

        var range = domain.Superseded[choices.Below(domain.Superseded.Count)].Range;
        var count = ((range.Last.Value - range.First.Value) >> Page.Shift) + 1;
        var part = 1 + choices.Below(count);
        return choices.Below(8) switch
        {
            < 4 => new(domain.Id, range.First, new PageCount(count), leafOnly),
            4 => new(domain.Id, range.First, new PageCount(part), leafOnly),
            5 => new(domain.Id, range.First.Plus((count - part) << Page.Shift), new PageCount(part), leafOnly),
            6 => new(domain.Id, range.First.Plus((count / 2) << Page.Shift), new PageCount(1), leafOnly),
            _ => new(domain.Id, range.First.Plus(Page.Bytes), new PageCount(1ul << choices.Below(10)), leafOnly),
        };
    }

    private static IommuDomain Stale(IommuState plan, ref Choices choices)
    {
        var start = choices.Below(plan.Domains.Length);
        for (var i = 0; i < plan.Domains.Length; i++)
        {
            var domain = plan.Domains[(start + i) % plan.Domains.Length];
            if (domain.Superseded.Count > 0 || domain.SupersededTables.Count > 0) return domain;
        }

        return plan.Domains[start];
    }

    private static RequesterId Leaver(IommuState plan, ref Choices choices)
    {
        foreach (var attachment in plan.Attachments)
        {
            if (attachment.Former.Count == 0 || choices.OneIn(3)) continue;
            if (attachment.Former[^1].Phase == LeavingPhase.Requester) return attachment.Requester;
        }

        return AttachmentDraw.Requester(plan, ref choices);
    }
}
