namespace IoSpec.Contracts.Migration;

/// <summary>What one who drives devices does to one of them, or to the log of memory.</summary>
public enum DeviceCallKind
{
    /// <summary>Asks for a change of state.</summary>
    SetState,

    /// <summary>Resets the device.</summary>
    Reset,

    /// <summary>Reads the state to the end of the stream.</summary>
    ReadToEnd,

    /// <summary>Writes the whole stream.</summary>
    WriteAll,

    /// <summary>Says where interrupts are to arrive.</summary>
    SetVectors,

    /// <summary>Starts the log of the memory that the group writes.</summary>
    StartLog,

    /// <summary>Reads that log.</summary>
    CollectLog,

    /// <summary>Stops that log.</summary>
    StopLog,
}
