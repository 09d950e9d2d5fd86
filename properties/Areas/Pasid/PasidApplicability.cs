using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;

namespace IoSpec.Areas.Pasids;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class PasidApplicability
{
    private const int PasidWidth = 20;

    public static NotApplicable? Excludes(Requirement requirement, PasidCapabilities own)
    {
        if (FeatureOf(requirement.Id) is { } feature && Missing(own, feature) is { } missing) return missing;
        return Capability(requirement.Id, own) is { } reason
            ? new NotApplicable(NotApplicableKind.Absent, reason)
            : null;
    }

    // What only a guest sees needs one; what only a request shows needs one.
    private static PasidFeatures? FeatureOf(string id) => id switch
    {
        "PASID-LIVE-01" or "PASID-CAPA-01" => null,
        "PASID-CAP-01" or "PASID-PLC-04" or "PASID-PLC-05" => PasidFeatures.Registers,
        "PASID-REG-01" or "PASID-REG-02" or "PASID-REG-03" or "PASID-REG-04" or "PASID-REG-10" =>
            PasidFeatures.Registers,
        "PASID-REG-11" or "PASID-REG-14" or "PASID-REG-15" or "PASID-REG-17" => PasidFeatures.Registers,
        "PASID-REG-12" or "PASID-REG-13" => PasidFeatures.Registers,
        "PASID-REG-16" => PasidFeatures.Writes,
        "PASID-ENF-07" or "PASID-ENF-15" => PasidFeatures.Requests | PasidFeatures.Registers,
        "PASID-ENF-14" => PasidFeatures.Requests | PasidFeatures.Reasons,
        "PASID-ENF-02" or "PASID-ENF-03" => PasidFeatures.Requests,
        "PASID-RST-01" => PasidFeatures.Reset,
        _ when id.StartsWith("PASID-PRI-", StringComparison.Ordinal) => PasidFeatures.PageRequests,
        _ when id.StartsWith("PASID-ENF-", StringComparison.Ordinal) => PasidFeatures.Requests,
        "PASID-RST-03" => PasidFeatures.PageRequests,
        _ => PasidFeatures.Assign,
    };

    private static NotApplicable? Missing(PasidCapabilities own, PasidFeatures feature)
    {
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

    private static string? Capability(string id, PasidCapabilities own)
    {
        if (id == "PASID-ENF-02" && !own.Devices.Any(Refuses)) return "the unit: it cannot refuse to execute";
        if (id == "PASID-ENF-03" && !own.Devices.Any(TakesPrivilege)) return "the unit: it cannot refuse privilege";
        if (id == "PASID-ENF-09" && own.Devices.All(device => device.UnitWidth == PasidWidth))
            return "the unit: it takes every PASID";
        CapabilityId? needed = id switch
        {
            "PASID-REG-01" or "PASID-REG-02" or "PASID-REG-03" => Architected.Pasid,
            "PASID-REG-12" or "PASID-REG-13" or "PASID-REG-14" or "PASID-REG-17" => Architected.Pages,
            "PASID-REG-10" or "PASID-REG-11" or "PASID-RST-01" => Architected.Ats,
            "PASID-REG-15" or "PASID-REG-16" or "PASID-CAP-01" => Architected.Sriov,
            _ => null,
        };
        if (id is "PASID-CAP-01" or "PASID-REG-10"
            && !own.Devices.Any(device => device.Functions.Count > 1))
            return "the devices: none has virtual functions";
        if (id == "PASID-REG-10" && !own.Devices.SelectMany(device => device.Functions.Skip(1)).Any(HasAts))
            return "chains of capabilities of virtual functions: none has ATS";
        if (needed is not { } capability || Has(own, capability)) return null;
        return $"chains of capabilities: none has capability {capability}";
    }

    private static bool Refuses(PasidConfiguration device) => device.Unit == PasidUnit.Vtd;

    private static bool TakesPrivilege(PasidConfiguration device) =>
        device.Unit is PasidUnit.Vtd or PasidUnit.Smmuv3;

    private static bool HasAts(FunctionShape function) => function.Chain.Any(node => node.Id == Architected.Ats);

    private static bool Has(PasidCapabilities own, CapabilityId id) => own.Devices
        .SelectMany(device => device.Functions).SelectMany(function => function.Chain).Any(node => node.Id == id);
}
