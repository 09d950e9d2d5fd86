using IoSpec.Contracts;
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
