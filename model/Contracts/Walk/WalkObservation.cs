namespace IoSpec.Contracts.Walk;

/// <summary>What was seen after one operation on a unit that walks tables.</summary>
public abstract record WalkObservation : Observation
{
    private WalkObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : WalkObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It was not done: nothing is at the address, or the requester is unknown.</summary>
    public sealed record Refused : WalkObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Refused Instance { get; } = new();
    }

    /// <summary>
    /// The queue stopped at a command; the harness has recovered: that command and all after it are dropped.
    /// </summary>
    public sealed record Stopped : WalkObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Stopped Instance { get; } = new();
    }

    /// <summary>
    /// What the unit wrote into the buffer of the command that was awaited, which was full of <see cref="Filler"/>.
    /// </summary>
    /// <param name="Used">The length that it says it has written.</param>
    /// <param name="Words">The buffer, eight bytes in a word from the lowest on, the last filled up with 0.</param>
    public sealed record Answered(ByteCount Used, ValueList<Word> Words) : WalkObservation
    {
        /// <summary>What every byte of a buffer holds before.</summary>
        public const byte Filler = 0xee;
    }

    /// <summary>What became of an access, piece by piece; a piece never crosses a smallest page.</summary>
    /// <param name="Pieces">The pieces in the order of their offsets, then bytes changed elsewhere.</param>
    public sealed record Transferred(ValueList<Piece> Pieces) : WalkObservation;

    /// <summary>What a message was delivered as.</summary>
    /// <param name="Interrupts">The interrupts that were new, sorted by processor and vector.</param>
    /// <param name="Pending">
    /// Those that were pending before, sorted likewise: nobody can see whether one of them comes again.
    /// </param>
    public sealed record Signalled(ValueList<ReceivedInterrupt> Interrupts, ValueList<ReceivedInterrupt> Pending)
        : WalkObservation;

    /// <summary>The fault records that the unit had.</summary>
    /// <param name="Words">The words of the records, one record after the other, in the layout of the format.</param>
    /// <param name="Overflow">Whether the unit says that records were lost.</param>
    public sealed record Faults(ValueList<Word> Words, bool Overflow) : WalkObservation;

    /// <summary>What a word of guest memory holds.</summary>
    /// <param name="Value">The word.</param>
    public sealed record Entry(Word Value) : WalkObservation;
}
