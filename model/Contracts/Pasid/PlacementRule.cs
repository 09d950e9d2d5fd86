namespace IoSpec.Contracts.Pasids;

/// <summary>How the place of a capability is chosen that the function does not have itself.</summary>
public enum PlacementRule
{
    /// <summary>A place that is free.</summary>
    Search,

    /// <summary>Where the physical function has it, if that is free; else a free place.</summary>
    SameAsPhysical,

    /// <summary>The place that is known for the device, and no other.</summary>
    Explicit,
}
