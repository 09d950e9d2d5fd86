using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;

namespace IoSpec.Areas.Dirty;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class DirtyApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, DirtyCapabilities own)
    {
        if (FeatureOf(requirement) is { } feature && Missing(own, feature) is { } missing) return missing;
        if (requirement.Id == "DIRTY-CLR-01" && own.Dialect == DirtyDialect.VhostLog)
            return new(NotApplicableKind.Unreachable, "dialect vhost log: who reads the log takes marks away itself");
        return Trait(requirement, own) is { } reason
            ? new NotApplicable(NotApplicableKind.Absent, reason)
            : null;
    }

    private static DirtyFeatures? FeatureOf(Requirement requirement) => requirement.Id switch
    {
        "DIRTY-CLR-02" => DirtyFeatures.Peek,
        "DIRTY-UNM-01" => DirtyFeatures.UnmapReports,
        "DIRTY-PIN-01" or "DIRTY-SCO-02" => DirtyFeatures.Pins,
        "DIRTY-SCO-01" => DirtyFeatures.HotPlug,
        "DIRTY-LOG-04" or "DIRTY-LOG-05" => DirtyFeatures.Overlap,
        "DIRTY-MOV-01" or "DIRTY-MOV-02" => DirtyFeatures.Moves,
        _ => null,
    };

    private static NotApplicable? Missing(DirtyCapabilities own, DirtyFeatures feature)
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

    private static string? Trait(Requirement requirement, DirtyCapabilities own) => requirement.Id switch
    {
        "DIRTY-OFF-01" when !own.Traits.RefusesWhenOff => "trait refuses when off: a report is given",
        "DIRTY-UNM-02" when !own.Traits.OutlivesMapping => "trait outlives mapping: an unmap empties the log",
        "DIRTY-WIN-03" when own.Traits.ReportSizes == 1 => "trait report sizes: there is one",
        "DIRTY-MOV-01" or "DIRTY-MOV-02" when (own.Traits.Features & DirtyFeatures.Moves) == 0 =>
            "trait features: it is no machine that is migrated",
        "DIRTY-LOG-03" when own.Writers.Count == 1 => "writers: there is one",
        "DIRTY-SCO-02" or "DIRTY-PIN-01" when !own.Writers.Contains(WriterKind.Unseen) =>
            "writers: all of them are seen",
        _ => null,
    };
}
