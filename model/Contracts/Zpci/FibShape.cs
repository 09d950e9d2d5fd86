namespace IoSpec.Contracts.Zpci;

/// <summary>What is the matter with a function information block.</summary>
public enum FibShape
{
    /// <summary>Nothing.</summary>
    Proper,

    /// <summary>It is not at a multiple of 8.</summary>
    Unaligned,

    /// <summary>Its format is not 0.</summary>
    OtherFormat,

    /// <summary>Its addresses start before those for which there can be tables.</summary>
    BelowAperture,

    /// <summary>Its addresses end after those for which there can be tables.</summary>
    AboveAperture,

    /// <summary>Its last address comes before its first.</summary>
    Reversed,

    /// <summary>Its tables have a type that the group does not have.</summary>
    OtherDesignation,
}
