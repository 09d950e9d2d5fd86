using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Contracts.Host;

/// <summary>What was seen after one operation on a host.</summary>
public abstract record HostObservation : Observation
{
    private HostObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : HostObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It was refused; nothing was changed.</summary>
    /// <param name="Reason">What a guest's IOMMU gave as the reason; null if something else refused.</param>
    public sealed record Refused(Refusal? Reason) : HostObservation;

    /// <summary>What became of an access.</summary>
    /// <param name="Pieces">Its pieces in the order of their offsets; none if the device did not begin.</param>
    public sealed record Moved(ValueList<HostPiece> Pieces) : HostObservation;

    /// <summary>The records of a guest's IOMMU.</summary>
    /// <param name="Records">The records.</param>
    /// <param name="Overflow">Whether it says that records were lost.</param>
    public sealed record Faults(ValueList<FaultRecord> Records, bool Overflow) : HostObservation;

    /// <summary>What a device has found.</summary>
    /// <param name="Piece">What became of its access.</param>
    /// <param name="Writer">The step that wrote what the page holds; null for none, or if it was blocked.</param>
    public sealed record Found(HostPiece Piece, Held? Writer) : HostObservation;

    /// <summary>What a guest's layer for DMA mappings, or its bounce pool, has answered.</summary>
    /// <param name="Seen">Its answer, with all that it did below.</param>
    /// <param name="Below">What the guest's IOMMU answered to each of these; nothing for a pool.</param>
    public sealed record Layered(DmaObservation Seen, ValueList<BelowAnswer> Below) : HostObservation;

    /// <summary>What an emulated device did when its driver did something.</summary>
    /// <param name="Seen">What the driver sees, in the words of the area <c>virtio</c>.</param>
    /// <param name="Reached">
    /// Where what the device wrote is: its buffers in their order, then its part of the queue.
    /// </param>
    public sealed record Driven(VirtioObservation Seen, ValueList<HostPiece> Reached) : HostObservation;

    /// <summary>A function with PASIDs was assigned.</summary>
    /// <param name="Seen">What its guest finds.</param>
    public sealed record Given(PasidObservation Seen) : HostObservation;

    /// <summary>What the device whose functions the guests have, or the IOMMU above it, made of it.</summary>
    /// <param name="Seen">What was seen, in the words of the area <c>pasid</c>.</param>
    /// <param name="At">Where the access of a function came out; null if it is none, or came nowhere.</param>
    public sealed record Configured(PasidObservation Seen, Hpa? At) : HostObservation;

    /// <summary>The address of a buffer, as the device has it.</summary>
    /// <param name="At">The address; null if it has none.</param>
    public sealed record Buffer(Iova? At) : HostObservation;

    /// <summary>What a page holds.</summary>
    /// <param name="Writer">The step that wrote it last; null if nobody has.</param>
    public sealed record Content(Held? Writer) : HostObservation;

    /// <summary>How block stores ended.</summary>
    /// <param name="Ends">One for each block.</param>
    public sealed record Sent(ValueList<BlockEnd> Ends) : HostObservation;

    /// <summary>The pages of a round.</summary>
    /// <param name="Dirty">The pages that were reported, counted from the first of the guest's memory.</param>
    /// <param name="Steps">What was read of the functions that are migrated by their states.</param>
    public sealed record Copied(ValueList<PageRun> Dirty, ValueList<SteeringStep> Steps) : HostObservation;

    /// <summary>How far the functions of a guest were brought.</summary>
    /// <param name="Steps">What was done to them and to the log, in order.</param>
    public sealed record Steered(ValueList<SteeringStep> Steps) : HostObservation;

    /// <summary>What has come to the other host.</summary>
    /// <param name="Steps">What was done to the functions and to the log, in order.</param>
    /// <param name="Pages">What memory and BARs hold there, by their addresses; what nobody wrote is left out.</param>
    public sealed record Arrived(ValueList<SteeringStep> Steps, ValueList<PageStamp> Pages) : HostObservation;
}
