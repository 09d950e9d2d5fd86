using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;

namespace IoSpec.Areas.Migration;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class MigrationApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, MigrationCapabilities own)
    {
        if (FeatureOf(requirement) is { } feature && Missing(own, feature) is { } missing) return missing;
        return Trait(requirement, own.Traits) is { } reason
            ? new NotApplicable(NotApplicableKind.Absent, reason)
            : null;
    }

    private static MigrationFeatures? FeatureOf(Requirement requirement) => requirement.Id switch
    {
        "MIG-SIZ-01" => MigrationFeatures.DataSize,
        "MIG-CFG-01" or "MIG-CFG-04" => MigrationFeatures.ConfigurationSpace,
        "MIG-CFG-02" or "MIG-CFG-03" => MigrationFeatures.Vectors,
        "MIG-ACT-01" or "MIG-ACT-02" or "MIG-ACT-03" or "MIG-ACT-04" => MigrationFeatures.Watching,
        "MIG-MIO-02" => MigrationFeatures.PeerWrites,
        "MIG-INF-01" or "MIG-INF-02" or "MIG-INF-03" or "MIG-INF-04" or "MIG-INF-05" => MigrationFeatures.PreCopyInfo,
        "MIG-FAI-01" or "MIG-ERR-01" or "MIG-CAP-01" => MigrationFeatures.FailsOnDemand,
        _ => null,
    };

    private static NotApplicable? Missing(MigrationCapabilities own, MigrationFeatures feature)
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

    private static string? Trait(Requirement requirement, MigrationTraits traits) => requirement.Id switch
    {
        "MIG-RES-05" when !traits.DetectsTampering => "trait detects tampering: the stream is not protected",
        "MIG-ACT-03" or "MIG-MIO-02" when !traits.Has(DeviceState.RunningP2P) => "trait flags: no P2P states",
        "MIG-BLK-01" or "MIG-END-04" or "MIG-INF-01" or "MIG-INF-03" or "MIG-INF-04" or "MIG-INF-05" or "MIG-SES-03"
            when !traits.Has(DeviceState.PreCopy) => "trait flags: no PRE_COPY states",
        _ => null,
    };
}
