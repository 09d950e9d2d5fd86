namespace IoSpec.Reference.Migration;

/// <summary>What a device that loads has received.</summary>
public enum Reception
{
    /// <summary>The beginning of one stream, unaltered, and not its end.</summary>
    Incomplete,

    /// <summary>One whole stream, unaltered.</summary>
    Complete,

    /// <summary>Something else: altered, in another order, of several streams.</summary>
    Altered,

    /// <summary>Nobody knows: a part was refused, or the stream was spoilt where it was read.</summary>
    Unknown,
}
