namespace IoSpec.Contracts.Migration;

/// <summary>What is done to saved data before it is loaded.</summary>
public enum Tampering
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One bit of the segment is inverted.</summary>
    OneBit,
}
