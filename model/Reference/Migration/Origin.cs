namespace IoSpec.Reference.Migration;

/// <summary>What a word of internal state owes its value to.</summary>
public enum Origin
{
    /// <summary>It was written, and the device has changed no state since.</summary>
    Written,

    /// <summary>A peer wrote it while the device was quiescent, whatever its state was since.</summary>
    WrittenWhenQuiescent,

    /// <summary>It was written, and the device has changed its state since.</summary>
    Kept,

    /// <summary>It was loaded.</summary>
    Loaded,
}
