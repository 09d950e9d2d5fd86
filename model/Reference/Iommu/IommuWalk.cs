using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>From a request for one page to all its allowed results.</summary>
public static class IommuWalk
{
    /// <summary>All that an access may lead to: every version that may be used, independently per entry.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="dma">The access.</param>
    /// <param name="at">The address of the piece.</param>
    /// <param name="results">The results.</param>
    public static void Allowed(
        IommuState state, IommuRules rules, IommuOperation.Dma dma, Iova at, out AllowedResults results)
    {
        results = default;
        var attachment = state.Attachment(rules.Identify(dma.Requester), rules.Identify(dma.Pasid));
        if (attachment is null)
        {
            results.Add(FaultReason.NotAttached);
            return;
        }

        Follow(state, rules, attachment.Now, int.MaxValue, dma, at, ref results);
        foreach (var former in attachment.Former)
        {
            if (former.Phase == LeavingPhase.Gone) continue;
            // Once the requester's own entry is gone only what was cached before can still be used.
            var bornBy = former.Phase == LeavingPhase.Domain ? former.Died : int.MaxValue;
            Follow(state, rules, former.Place, bornBy, dma, at, ref results);
        }

        if (attachment.OverfullAt is not null) results.GiveUp();
    }

    /// <summary>The rights that the table levels above an address leave now.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="at">The address.</param>
    /// <returns>The rights.</returns>
    public static Access TableRightsNow(IommuDomain domain, Iova at)
    {
        var rights = Access.ReadWrite | Access.Execute;
        foreach (var table in domain.Tables)
        {
            if (table.Range.Contains(at)) rights &= table.Allowed | Access.Execute;
        }

        return rights;
    }

    private static void Follow(
        IommuState state, IommuRules rules, Place place, int bornBy, IommuOperation.Dma dma, Iova at,
        ref AllowedResults results)
    {
        switch (place.Kind)
        {
            case PlaceKind.Blocked:
                results.Add(FaultReason.NotAttached);
                break;
            case PlaceKind.Through:
                results.Add(new Gpa(at.Value));
                break;
            default:
                if (rules.IsWithinWidth(state.Traits, at))
                    InDomain(state, rules, place.Domain, bornBy, dma, at, ref results);
                else
                    results.Add(FaultReason.BeyondWidth);
                break;
        }
    }

    private static void InDomain(
        IommuState state, IommuRules rules, DomainId id, int bornBy, IommuOperation.Dma dma, Iova at,
        ref AllowedResults results)
    {
        var domain = state.Domain(id)!;
        if (domain.OverfullAt is not null) results.GiveUp();
        at = rules.LookUp(state.Traits, at);
        var masks = TableVersions(domain, at);
        var isLive = domain.TryFind(at, out var live);
        if (isLive && live.Born <= bornBy)
            Leaf(state, rules, live, masks, dma, at, ref results);
        else if (bornBy == int.MaxValue || (!isLive && rules.KeepsAbsence(state.Traits)))
            results.Add(FaultReason.NotPermitted);

        // Of what was only cached, absence before a mapping is among the former versions, until it is invalidated.
        var versions = 1;
        foreach (var former in domain.Superseded)
        {
            if (!former.Range.Contains(at) || former.Born > bornBy) continue;
            if (++versions > IommuBounds.VersionsOfEntry) results.GiveUp();
            if (former.Present) Leaf(state, rules, former, masks, dma, at, ref results);
            else results.Add(FaultReason.NotPermitted);
        }
    }

    private static void Leaf(
        IommuState state, IommuRules rules, Extent leaf, int masks, IommuOperation.Dma dma, Iova at,
        ref AllowedResults results)
    {
        for (var left = masks; left != 0; left &= left - 1)
        {
            var tables = (Access)int.TrailingZeroCount(left);
            if (rules.Permits(rules.Combine(leaf.Allowed, tables), dma.Kind, state.Traits))
                results.Add(rules.Output(leaf, at));
            else
                results.Add(FaultReason.NotPermitted);
        }
    }

    // The sets of rights that the table levels may leave: bit m is set if the set with value m is possible.
    // Every span has the version that counts now and those that may still be used; the picks are independent.
    private static int TableVersions(IommuDomain domain, Iova at)
    {
        if (domain.Tables.Count == 0 && domain.SupersededTables.Count == 0) return 1 << 7;
        var masks = 1 << 7;
        masks = And(masks, Versions(domain, at, PageSize.Size2M));
        masks = And(masks, Versions(domain, at, PageSize.Size1G));
        return And(masks, Versions(domain, at, PageSize.Size512G));
    }

    private static int Versions(IommuDomain domain, Iova at, PageSize span)
    {
        var now = Access.ReadWrite;
        foreach (var table in domain.Tables)
        {
            if (table.Span == span && table.Range.Contains(at)) now = table.Allowed;
        }

        var versions = 1 << (int)(now | Access.Execute);
        foreach (var table in domain.SupersededTables)
        {
            if (table.Span == span && table.Range.Contains(at)) versions |= 1 << (int)(table.Allowed | Access.Execute);
        }

        return versions;
    }

    private static int And(int left, int right)
    {
        var both = 0;
        for (var l = 0; l < 8; l++)
        {
            if ((left & (1 << l)) == 0) continue;
            for (var r = 0; r < 8; r++)
            {
                if ((right & (1 << r)) != 0) both |= 1 << (l & r);
            }
        }

        return both;
    }
}
