using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;

namespace IoSpec.Areas.Walk;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class WalkApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, WalkCapabilities own)
    {
        var format = WalkRequirements.Of(own.Unit);
        if (WalkRequirements.FormatOf(requirement) is { } other && other != format)
            return new(NotApplicableKind.Absent, $"the unit is of the format {own.Unit.GetType().Name}");
        return FeatureOf(requirement, format) is { } feature ? Missing(own, feature) : null;
    }

    private static WalkFeatures? FeatureOf(Requirement requirement, FormatRequirements format)
    {
        if (requirement == format.Marked) return WalkFeatures.AccessedDirty;
        if (requirement == format.Readable) return WalkFeatures.Aborts;
        if (requirement == format.Admission) return WalkFeatures.Refusable;
        if (format.Interrupts?.Has(requirement) == true) return WalkFeatures.Messages;
        if (requirement == format.Levels) return WalkFeatures.LeaflessLevels;
        return requirement == format.Recorded || requirement == format.Fields || requirement == format.Code
            || requirement == format.Overflow || requirement == format.NotRecorded
            ? WalkFeatures.FaultRecords
            : null;
    }

    private static NotApplicable? Missing(WalkCapabilities own, WalkFeatures feature)
    {
        if ((own.Features & feature) != 0) return null;
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
}
