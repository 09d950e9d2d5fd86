namespace IoSpec.Tests.VhostUser;

/// <summary>What a disk of the tests does wrong with its log, or in its own way.</summary>
public enum LogFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It marks when the driver sees the buffer already, which is allowed.</summary>
    MarksAfterUse,

    /// <summary>Rarely it takes much longer than usual, which is allowed.</summary>
    RestsAtTimes,

    /// <summary>It marks nothing.</summary>
    NeverMarks,

    /// <summary>It marks what it has written when it writes the next time.</summary>
    MarksWithTheNext,

    /// <summary>Of each buffer it marks the first page only.</summary>
    MarksFirstPages,

    /// <summary>It marks the page behind.</summary>
    MarksThePageBehind,

    /// <summary>It marks by the place in the file of a region, not by the address of the guest.</summary>
    MarksByPlaceInFile,

    /// <summary>It marks one page more.</summary>
    MarksOnePageMore,

    /// <summary>It does not mark the byte of the status.</summary>
    ForgetsTheStatus,

    /// <summary>It marks from the start of the file of the log on.</summary>
    IgnoresTheOffset,

    /// <summary>It goes on with the first log when it is told of the second.</summary>
    KeepsTheFirstLog,

    /// <summary>It empties the log when it is told of it.</summary>
    EmptiesTheLog,

    /// <summary>It empties the log when memory is changed.</summary>
    EmptiesTheLogWithMemory,

    /// <summary>It knows the memory that there was when the log was started.</summary>
    MarksOldMemory,

    /// <summary>It holds other bytes than those of steps.</summary>
    HoldsOtherBytes,

    /// <summary>It offers no log.</summary>
    HasNone,
}
