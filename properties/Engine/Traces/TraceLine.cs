using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A line of a trace after the first; each has a sequence number, one more than the line before it.</summary>
public abstract record TraceLine
{
    private TraceLine()
    {
    }

    /// <summary>The target was brought to the start of a case.</summary>
    /// <param name="Case">The number of the case, from 0.</param>
    /// <param name="Configuration">What holds for it.</param>
    public sealed record Start(long Case, Configuration Configuration) : TraceLine;

    /// <summary>An operation was done.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Seen">What was seen; null if that is not known.</param>
    public sealed record Step(Operation Operation, Observation? Seen) : TraceLine;

    /// <summary>The target was lost, and with it what it had answered in the case before.</summary>
    /// <param name="Operations">The operations of the case, by the last of which it was lost.</param>
    /// <param name="Kind">How.</param>
    /// <param name="Detail">What is known of it.</param>
    public sealed record Lost(ValueList<Operation> Operations, Loss Kind, string Detail) : TraceLine;

    /// <summary>The end, without which something is missing.</summary>
    /// <param name="Cases">How many cases the trace has.</param>
    /// <param name="Steps">How many operations they have.</param>
    public sealed record End(long Cases, long Steps) : TraceLine;
}
