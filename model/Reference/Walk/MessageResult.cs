using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What becomes of an interrupt message.</summary>
public abstract record MessageResult
{
    private MessageResult()
    {
    }

    /// <summary>It is delivered.</summary>
    /// <param name="Interrupts">The interrupts that the processors 0 and 1 receive, sorted; none if others do.</param>
    public sealed record Delivered(ValueList<ReceivedInterrupt> Interrupts) : MessageResult;

    /// <summary>It goes to a processor in a way that the harness cannot tell: nothing is judged.</summary>
    public sealed record Untold : MessageResult
    {
        /// <summary>The only value that is needed.</summary>
        public static Untold Instance { get; } = new();
    }

    /// <summary>It is not delivered.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Blocked(WalkFault Fault) : MessageResult;
}
