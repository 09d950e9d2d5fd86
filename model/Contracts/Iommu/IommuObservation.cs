namespace IoSpec.Contracts.Iommu;

/// <summary>What was seen after one operation on an IOMMU.</summary>
public abstract record IommuObservation : Observation
{
    private IommuObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : IommuObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It was refused; nothing was changed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(Refusal Reason) : IommuObservation;

    /// <summary>What became of an access, piece by piece; a piece never crosses a smallest page.</summary>
    /// <param name="Pieces">The pieces in the order of their offsets, then bytes changed elsewhere.</param>
    public sealed record Transferred(ValueList<Piece> Pieces) : IommuObservation;

    /// <summary>What became of an interrupt message.</summary>
    /// <param name="Delivered">Whether it arrived.</param>
    public sealed record Interrupted(bool Delivered) : IommuObservation;

    /// <summary>The kept fault records.</summary>
    /// <param name="Records">The records in the order in which the implementation has them.</param>
    /// <param name="Overflow">Whether the implementation says that records were lost.</param>
    public sealed record Faults(ValueList<FaultRecord> Records, bool Overflow) : IommuObservation;
}
