using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Areas.Iommu;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class IommuApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, IommuCapabilities own)
    {
        if (FeatureOf(requirement) is { } feature) return Missing(own, feature);
        if (Device(requirement, own) is { } cannot) return new NotApplicable(NotApplicableKind.Unreachable, cannot);
        return Trait(requirement, own.Traits) is { } reason
            ? new NotApplicable(NotApplicableKind.Absent, reason)
            : null;
    }

    private static string? Device(Requirement requirement, IommuCapabilities own) => requirement.Id switch
    {
        "IOMMU-ATT-01" when own.Devices.All(device => device.NeedsDomain) =>
            "the devices of the machine work only while they are attached",
        "IOMMU-DMA-01" when !own.Devices.Any(device => device.CrossesPages) =>
            "no device of the machine makes an access across pages",
        _ => null,
    };

    private static IommuFeatures? FeatureOf(Requirement requirement) => requirement.Id switch
    {
        "IOMMU-PAS-01" => IommuFeatures.Pasid,
        "IOMMU-IRQ-01" => IommuFeatures.Interrupts,
        "IOMMU-ATT-04" => IommuFeatures.Bypass,
        "IOMMU-INV-05" => IommuFeatures.QueuedInvalidation,
        _ => null,
    };

    private static NotApplicable? Missing(IommuCapabilities own, IommuFeatures feature)
    {
        if ((own.Traits.Features & feature) != 0) return null;
        foreach (var missing in own.Absent)
        {
            if ((missing.Feature & feature) != 0) return new(NotApplicableKind.Absent, missing.Reason);
        }

        foreach (var missing in own.Unreachable)
        {
            if ((missing.Feature & feature) != 0) return new(NotApplicableKind.Unreachable, missing.Reason);
        }

        return null;
    }

    private static string? Trait(Requirement requirement, IommuTraits traits)
    {
        var reports = traits.Faults.Records > 0;
        return requirement.Id switch
        {
            "IOMMU-MAP-06" when traits.Overlap == OverlapRule.Replace => "trait overlap: a map replaces",
            "IOMMU-MAP-08" when traits.Reserved.Count == 0 => "trait reserved: no addresses are reserved",
            "IOMMU-UNM-03" when traits.PartialUnmap != PartialUnmapRule.Refuse =>
                "trait partial unmap: parts can be unmapped",
            "IOMMU-UNM-02" or "IOMMU-PRM-03" when traits.PartialUnmap == PartialUnmapRule.Refuse
                && traits.Overlap == OverlapRule.Reject => "traits partial unmap, overlap: no mapping is ever split",
            "IOMMU-PRM-02" when !traits.TableRights => "trait table rights: no rights above the leaves",
            "IOMMU-INV-01" => Scope(traits, InvalidationScopes.Pages),
            "IOMMU-INV-02" => Scope(traits, InvalidationScopes.Domain),
            "IOMMU-INV-03" => Scope(traits, InvalidationScopes.Everything),
            "IOMMU-INV-04" => Scope(traits, InvalidationScopes.Requester),
            "IOMMU-INV-06" when traits.UnmapSync != SyncRule.None => "trait unmap sync: removal needs an invalidation",
            "IOMMU-INV-07" when traits.MapSync == SyncRule.None && !traits.NegativeCaching =>
                "trait negative caching: absence is not cached",
            "IOMMU-INV-08" when traits.Scopes == InvalidationScopes.None => "trait scopes: nothing can be invalidated",
            "IOMMU-ADR-01" when traits.AddressWidth >= 64 => "trait address width: every address is inside it",
            "IOMMU-FLT-05" when !traits.Faults.ShowsOverflow => "trait fault reporting: lost records are not signalled",
            "IOMMU-FLT-01" or "IOMMU-FLT-02" or "IOMMU-FLT-03" or "IOMMU-FLT-04" or "IOMMU-FLT-05"
                or "IOMMU-FLT-06" or "IOMMU-LEAK-01" when !reports => "trait fault reporting: no records are kept",
            _ => null,
        };
    }

    private static string? Scope(IommuTraits traits, InvalidationScopes scope)
    {
        if (traits.UnmapSync == SyncRule.None) return "trait unmap sync: removal needs no invalidation";
        return (traits.Scopes & scope) != 0 ? null : $"trait scopes: no invalidation of {scope}";
    }
}
