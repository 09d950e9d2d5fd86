using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;

namespace IoSpec.Areas.Walk;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class WalkApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, WalkCapabilities own) => own switch
    {
        WalkCapabilities.OfUnit unit => Other(requirement, [unit.Unit.FormatOf()]) ?? OfUnit(requirement, unit),
        WalkCapabilities.OfFormats of => Other(requirement, of.Formats),
        _ => null,
    };

    private static NotApplicable? Other(Requirement requirement, ValueList<UnitFormat> formats) =>
        WalkRequirements.FormatOf(requirement) is { } format && !formats.Contains(format)
            ? new(NotApplicableKind.Absent, $"the unit is of the format {string.Join(" or ", formats)}")
            : null;

    private static NotApplicable? OfUnit(Requirement requirement, WalkCapabilities.OfUnit own)
    {
        var format = WalkRequirements.Of(own.Unit);
        if (requirement == format.Configured && own.Devices.All(device => device.NeedsDomain))
        {
            return new(
                NotApplicableKind.Unreachable, "every device of the harness has a queue that its tables translate");
        }

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

    private static NotApplicable? Missing(WalkCapabilities.OfUnit own, WalkFeatures feature)
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
