namespace IoSpec.Contracts.Dma;

/// <summary>What was seen after one operation, with all that the layer did below, in order.</summary>
public abstract record DmaObservation : Observation
{
    private DmaObservation()
    {
    }

    /// <summary>The memory is mapped.</summary>
    /// <param name="At">The first address for devices.</param>
    /// <param name="Acts">What was done below.</param>
    public sealed record Mapped(Iova At, ValueList<DmaAct> Acts) : DmaObservation;

    /// <summary>The map failed.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Acts">What was done below.</param>
    public sealed record Failed(DmaFailure Why, ValueList<DmaAct> Acts) : DmaObservation;

    /// <summary>It was done.</summary>
    /// <param name="Acts">What was done below.</param>
    public sealed record Done(ValueList<DmaAct> Acts) : DmaObservation;

    /// <summary>The access of a device reached memory.</summary>
    /// <param name="Frame">The first address of the page.</param>
    public sealed record Reached(Gpa Frame) : DmaObservation;

    /// <summary>The access of a device reached nothing.</summary>
    public sealed record Blocked : DmaObservation;
}
