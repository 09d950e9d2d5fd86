using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws the next step of using the id of a destroyed domain again, before it maps anything.</summary>
internal static class Reuse
{
    public static IommuOperation? Next(IommuState plan, ref Choices choices)
    {
        foreach (var domain in plan.Domains)
        {
            if (!domain.WasUsed || domain.Live.Count > 0) continue;
            if (domain.Superseded.Exists(v => v.Destroyed))
                return new IommuOperation.Invalidate(new InvalidationScope.OfDomain(domain.Id));
            if (!domain.Former.Exists(f => f.Version.Destroyed)) continue;
            if (!domain.Exists && plan.CountDomains() >= plan.Traits.MostDomains) continue;
            if (!domain.Exists) return new IommuOperation.CreateDomain(domain.Id);
            return plan.IsInUse(domain.Id)
                ? DmaDraw.Into(plan, domain.Id, ref choices)
                : new IommuOperation.Attach(AttachmentDraw.Requester(plan, ref choices), null, domain.Id);
        }

        return null;
    }
}
