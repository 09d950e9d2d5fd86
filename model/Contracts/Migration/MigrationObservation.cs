namespace IoSpec.Contracts.Migration;

/// <summary>What was seen after one operation on a migration device.</summary>
public abstract record MigrationObservation : Observation
{
    private MigrationObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : MigrationObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It failed.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Failed(MigrationError Error) : MigrationObservation;

    /// <summary>The state.</summary>
    /// <param name="State">Which.</param>
    public sealed record Reported(DeviceState State) : MigrationObservation;

    /// <summary>The change of state was done.</summary>
    /// <param name="OpenedSession">Whether a new session came with it.</param>
    public sealed record Moved(bool OpenedSession) : MigrationObservation;

    /// <summary>Bytes were read or written.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Transferred(ByteCount Count) : MigrationObservation;

    /// <summary>A read said that the stream ends here: it gave nothing and no error.</summary>
    public sealed record EndOfStream : MigrationObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static EndOfStream Instance { get; } = new();
    }

    /// <summary>A read said that there is nothing now, but may be later: ENOMSG.</summary>
    public sealed record NothingNow : MigrationObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static NothingNow Instance { get; } = new();
    }

    /// <summary>What is left to read before the device stops.</summary>
    /// <param name="Initial">What was there when it began.</param>
    /// <param name="Dirty">What was changed since it was read.</param>
    public sealed record Left(ByteCount Initial, ByteCount Dirty) : MigrationObservation;

    /// <summary>An estimate of the size of the stream.</summary>
    /// <param name="Bytes">How many bytes.</param>
    public sealed record Size(ByteCount Bytes) : MigrationObservation;

    /// <summary>A word that was read.</summary>
    /// <param name="Value">Its value.</param>
    public sealed record Holds(Word Value) : MigrationObservation;

    /// <summary>What the device did on its own while it was watched.</summary>
    /// <param name="Work">What.</param>
    public sealed record Active(DeviceWork Work) : MigrationObservation;

    /// <summary>Where an interrupt arrived.</summary>
    /// <param name="Line">Where; null for nowhere.</param>
    public sealed record Arrived(InterruptLine? Line) : MigrationObservation;

    /// <summary>The calls that one who drives a group of devices has made.</summary>
    /// <param name="Made">The calls, in order.</param>
    /// <param name="Succeeded">Whether he says that the goal is reached.</param>
    public sealed record Calls(ValueList<DeviceCall> Made, bool Succeeded) : MigrationObservation;
}
