namespace IoSpec.Contracts.Walk;

/// <summary>What a target of the area <c>walk</c> is.</summary>
public abstract record WalkCapabilities : Capabilities
{
    private WalkCapabilities()
    {
    }

    /// <summary>
    /// A target that is what it is: every configuration for it has this unit, these devices and this memory.
    /// </summary>
    /// <param name="Unit">The format and what the unit can do.</param>
    /// <param name="Features">What the harness can send and see.</param>
    /// <param name="Faults">How faults are kept.</param>
    /// <param name="Devices">The requesters that the harness can drive.</param>
    /// <param name="Tables">The memory for tables.</param>
    /// <param name="Frames">The memory that devices may reach.</param>
    /// <param name="Nothing">Addresses where no memory is.</param>
    /// <param name="Absent">Features read as absent from the implementation, each with its source.</param>
    /// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
    public sealed record OfUnit(
        WalkUnit Unit,
        WalkFeatures Features,
        FaultReporting Faults,
        ValueList<IommuDevice> Devices,
        FrameRegion Tables,
        ValueList<FrameRegion> Frames,
        FrameRegion? Nothing,
        ValueList<MissingWalkFeature> Absent,
        ValueList<MissingWalkFeature> Unreachable) : WalkCapabilities;

    /// <summary>A target that can be any unit of some formats.</summary>
    /// <param name="Formats">The formats; at least one.</param>
    public sealed record OfFormats(ValueList<UnitFormat> Formats) : WalkCapabilities;
}
