namespace IoSpec.Reference.Dirty;

/// <summary>How a page was written, and what has happened since.</summary>
[Flags]
public enum Circumstances
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>It is not the first page of its write.</summary>
    LaterPage = 1,

    /// <summary>A report overlapped the write and did not give it.</summary>
    Overlapped = 2,

    /// <summary>A report gave it before what was written could be read.</summary>
    ReportedEarly = 4,

    /// <summary>It was mapped while the log ran.</summary>
    MappedLate = 8,

    /// <summary>It was unmapped.</summary>
    Unmapped = 16,

    /// <summary>A report of another window has cleared.</summary>
    OtherReport = 32,

    /// <summary>A report has not cleared it.</summary>
    Peeked = 64,

    /// <summary>The log was started once more.</summary>
    StartedAgain = 128,

    /// <summary>The log had been stopped before and was started again.</summary>
    SecondLog = 256,

    /// <summary>Its writer has left.</summary>
    WriterLeft = 512,

    /// <summary>Its writer has pinned its first pages.</summary>
    WriterNarrowed = 1024,

    /// <summary>It was written through a pin.</summary>
    Pinned = 2048,
}
