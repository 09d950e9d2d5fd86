namespace IoSpec.Reference.Migration;

/// <summary>What has become of a transfer.</summary>
[Flags]
public enum TransferProgress
{
    /// <summary>It was not begun, or nothing was done yet.</summary>
    None = 0,

    /// <summary>The stream was read to its end in STOP_COPY.</summary>
    Read = 1,

    /// <summary>The stream was written as a whole in RESUMING.</summary>
    Written = 2,

    /// <summary>It was said where interrupts are to arrive.</summary>
    Vectors = 4,
}
