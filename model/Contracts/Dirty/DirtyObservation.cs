namespace IoSpec.Contracts.Dirty;

/// <summary>What was seen after one operation on a tracker.</summary>
public abstract record DirtyObservation : Observation
{
    private DirtyObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : DirtyObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It was refused.</summary>
    public sealed record Refused : DirtyObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Refused Instance { get; } = new();
    }

    /// <summary>The bits of a report.</summary>
    /// <param name="Dirty">The bits that are set, in order, none of them twice.</param>
    /// <param name="GuardsHold">Whether the bytes around the buffer are what they were.</param>
    public sealed record Bitmap(ValueList<PageRun> Dirty, bool GuardsHold) : DirtyObservation;

    /// <summary>What a page holds.</summary>
    /// <param name="Step">The step that wrote it last; null if nobody has.</param>
    public sealed record Content(Held? Step) : DirtyObservation;

    /// <summary>The machine has arrived.</summary>
    /// <param name="Lost">The mapped pages that are not there as they were.</param>
    public sealed record Arrived(ValueList<Iova> Lost) : DirtyObservation;
}
