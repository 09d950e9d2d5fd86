namespace IoSpec.Contracts.Virtio;

/// <summary>What was seen after one operation on a device.</summary>
public abstract record VirtioObservation : Observation
{
    private VirtioObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : VirtioObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>What the device offers.</summary>
    /// <param name="Value">The features.</param>
    public sealed record Features(VirtioFeatures Value) : VirtioObservation;

    /// <summary>What the status register holds.</summary>
    /// <param name="Value">The status.</param>
    public sealed record Status(VirtioStatus Value) : VirtioObservation;

    /// <summary>What the device did to memory; what it wrote outside the used ring is zero again afterwards.</summary>
    /// <param name="Used">The new entries of the used ring, in order.</param>
    /// <param name="Written">What else it changed, by address.</param>
    /// <param name="Interrupted">Whether it interrupted the driver.</param>
    /// <param name="Value">The status.</param>
    /// <param name="Faults">
    /// The pages of accesses that the IOMMU recorded as blocked, by address, each once; null where the configuration
    /// has no records, and only there.
    /// </param>
    public sealed record Ran(
        ValueList<UsedEntry> Used, ValueList<WrittenRun> Written, bool Interrupted, VirtioStatus Value,
        ValueList<Iova>? Faults) : VirtioObservation;
}
