namespace IoSpec.Tests.VhostUser;

/// <summary>What a source of the tests does wrong.</summary>
public enum SourceFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It writes a byte more than there is room for.</summary>
    WritesBehind,

    /// <summary>It says that it wrote a byte more than it did.</summary>
    TellsTooMuch,

    /// <summary>It interrupts nobody.</summary>
    NeverCalls,

    /// <summary>It goes on with a ring that was stopped.</summary>
    GoesOn,

    /// <summary>It knows the first region of memory only.</summary>
    KnowsOneRegion,

    /// <summary>It closes the connection when it is told of a buffer, and serves the next one.</summary>
    GivesUp,

    /// <summary>It ends when it is told of a buffer.</summary>
    Ends,

    /// <summary>It says nothing any more when it was told of a buffer.</summary>
    Hangs,

    /// <summary>It answers what it was not asked.</summary>
    AnswersElse,
}
