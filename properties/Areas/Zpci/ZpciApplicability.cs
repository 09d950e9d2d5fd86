using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;

namespace IoSpec.Areas.Zpci;

/// <summary>Which requirements a target is not judged by, from what it is and what is seen of it.</summary>
internal static class ZpciApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, ZpciCapabilities own)
    {
        if (FeatureOf(requirement.Id) is not { } feature) return null;
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

    private static ZpciFeatures? FeatureOf(string id) => id switch
    {
        "ZPCI-ISM-01" or "ZPCI-ISM-07" or "ZPCI-ISM-08" or "ZPCI-ISM-09" => ZpciFeatures.Ism,
        "ZPCI-ISM-02" or "ZPCI-ISM-03" => ZpciFeatures.Kinds,
        "ZPCI-ISM-04" => ZpciFeatures.Relaxed,
        "ZPCI-ISM-11" => ZpciFeatures.LargeBars,
        "ZPCI-ISM-12" => ZpciFeatures.Routes,
        "ZPCI-ISM-18" => ZpciFeatures.Busy,
        "ZPCI-CPY-01" => ZpciFeatures.GuestKernel,
        "ZPCI-INT-01" or "ZPCI-INT-02" or "ZPCI-INT-03" or "ZPCI-INT-04" or "ZPCI-INT-05" => ZpciFeatures.Interrupts,
        _ => null,
    };
}
