using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;

namespace IoSpec.Areas.Migration;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class MigrationApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, MigrationCapabilities own)
    {
        var isOfFirst = IsOfFirstVersion(requirement);
        if (own.Region is null ? isOfFirst : !isOfFirst && !IsOfBothVersions(requirement))
            return new NotApplicable(NotApplicableKind.Absent, Dialect(own));
        if (FeatureOf(requirement, own.Traits) is { } feature && Missing(own, feature) is { } missing) return missing;
        var reason = own.Region is { } region ? Trait(requirement, region) : Trait(requirement, own.Traits);
        return reason is null ? null : new NotApplicable(NotApplicableKind.Absent, reason);
    }

    private static string Dialect(MigrationCapabilities own) =>
        own.Region is null ? "dialect: states, the second version" : "dialect: bits of a region, the first version";

    private static bool IsOfFirstVersion(Requirement requirement) =>
        IsOf(requirement, "MIGRATION-BIT-") || IsOf(requirement, "MIGRATION-WIN-")
        || IsOf(requirement, "MIGRATION-NDM-");

    private static bool IsOfBothVersions(Requirement requirement) => requirement.Id is
        "MIGRATION-RST-02" or "MIGRATION-ACT-01" or "MIGRATION-ACT-02" or "MIGRATION-ACT-04" or "MIGRATION-MIO-01"
        or "MIGRATION-CAP-01" or "MIGRATION-LIVE-01";

    private static MigrationFeatures? FeatureOf(Requirement requirement, MigrationTraits own) => requirement.Id switch
    {
        "MIGRATION-SIZ-01" => MigrationFeatures.DataSize,
        "MIGRATION-CFG-01" or "MIGRATION-CFG-04" => MigrationFeatures.ConfigurationSpace,
        "MIGRATION-CFG-02" or "MIGRATION-CFG-03" => MigrationFeatures.Vectors,
        "MIGRATION-MIO-02" => MigrationFeatures.PeerWrites,
        "MIGRATION-ACT-03" when !own.Has(DeviceState.RunningP2P) => MigrationFeatures.PeerWrites,
        "MIGRATION-MIO-01" or "MIGRATION-KEP-01" or "MIGRATION-RES-03" or "MIGRATION-WIN-05" =>
            MigrationFeatures.Registers,
        "MIGRATION-SES-01" or "MIGRATION-SES-02" => MigrationFeatures.Handles,
        "MIGRATION-END-02" or "MIGRATION-END-04" => MigrationFeatures.EndsApart,
        "MIGRATION-FAI-01" or "MIGRATION-ERR-01" or "MIGRATION-CAP-01" => MigrationFeatures.FailsOnDemand,
        "MIGRATION-BIT-04" or "MIGRATION-BIT-05" => MigrationFeatures.FailsOnDemand,
        _ when IsOf(requirement, "MIGRATION-ACT-") || IsOf(requirement, "MIGRATION-NDM-") =>
            MigrationFeatures.Watching,
        _ when IsOf(requirement, "MIGRATION-INF-") => MigrationFeatures.PreCopyInfo,
        _ => null,
    };

    private static bool IsOf(Requirement requirement, string group) =>
        requirement.Id.StartsWith(group, StringComparison.Ordinal);

    private static NotApplicable? Missing(MigrationCapabilities own, MigrationFeatures feature)
    {
        if (((own.Region?.Features ?? own.Traits.Features) & feature) != 0) return null;
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

    private static string? Trait(Requirement requirement, RegionTraits traits) =>
        requirement.Id == "MIGRATION-NDM-01" && !traits.HasNoDma
            ? "trait has no DMA: the bit was only proposed"
            : null;

    private static string? Trait(Requirement requirement, MigrationTraits traits) => requirement.Id switch
    {
        _ when IsOf(requirement, "MIGRATION-ORC-") => "role: it is a device, and drives none",
        "MIGRATION-RES-05" when !traits.DetectsTampering => "trait detects tampering: the stream is not protected",
        "MIGRATION-ACT-03" or "MIGRATION-MIO-02" when !traits.Has(DeviceState.RunningP2P) =>
            "trait flags: no P2P states",
        "MIGRATION-BLK-01" or "MIGRATION-END-04" or "MIGRATION-SES-03" when !traits.Has(DeviceState.PreCopy) =>
            "trait flags: no PRE_COPY states",
        _ when IsOf(requirement, "MIGRATION-INF-") && !traits.Has(DeviceState.PreCopy) =>
            "trait flags: no PRE_COPY states",
        _ => null,
    };
}
