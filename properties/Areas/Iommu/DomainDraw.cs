using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws domains.</summary>
internal static class DomainDraw
{
    /// <summary>A domain id; seven of eight times one that exists, or one that does not, as asked for.</summary>
    public static DomainId Any(IommuState plan, ref Choices choices, bool existing)
    {
        if (choices.OneIn(64)) return new DomainId((uint)choices.Bits(16));
        var start = choices.Below(plan.Domains.Length);
        var blind = choices.OneIn(8);
        for (var i = 0; i < plan.Domains.Length; i++)
        {
            var domain = plan.Domains[(start + i) % plan.Domains.Length];
            if (blind || domain.Exists == existing) return domain.Id;
        }

        return plan.Domains[start].Id;
    }

    /// <summary>An id for a new domain: mostly one that was used before.</summary>
    public static DomainId New(IommuState plan, ref Choices choices)
    {
        if (choices.OneIn(4)) return Any(plan, ref choices, existing: false);
        foreach (var domain in plan.Domains)
        {
            if (!domain.Exists && domain.WasUsed) return domain.Id;
        }

        return Any(plan, ref choices, existing: false);
    }

    /// <summary>The end of a domain that nobody uses; if all are used, mostly a step towards it.</summary>
    public static IommuOperation Destroy(IommuState plan, ref Choices choices)
    {
        if (!choices.OneIn(4))
        {
            foreach (var domain in plan.Domains)
            {
                if (domain.Exists && !plan.IsInUse(domain.Id)) return new IommuOperation.DestroyDomain(domain.Id);
            }

            foreach (var attachment in plan.Attachments)
            {
                if (attachment.Now.Kind == PlaceKind.Domain)
                    return new IommuOperation.Detach(attachment.Requester, attachment.Pasid);
            }
        }

        return new IommuOperation.DestroyDomain(Any(plan, ref choices, existing: true));
    }

    /// <summary>A domain with mappings, if there is one.</summary>
    public static IommuDomain Mapped(IommuState plan, ref Choices choices)
    {
        var start = choices.Below(plan.Domains.Length);
        for (var i = 0; i < plan.Domains.Length; i++)
        {
            var domain = plan.Domains[(start + i) % plan.Domains.Length];
            if (domain.Exists && (domain.Live.Count > 0 || choices.OneIn(4))) return domain;
        }

        return plan.Domain(Any(plan, ref choices, existing: true)) ?? plan.Domains[start];
    }
}
