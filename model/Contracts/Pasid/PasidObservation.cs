namespace IoSpec.Contracts.Pasids;

/// <summary>What was seen after one operation on a device with virtual functions.</summary>
public abstract record PasidObservation : Observation
{
    private PasidObservation()
    {
    }

    /// <summary>It was done.</summary>
    public sealed record Done : PasidObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Done Instance { get; } = new();
    }

    /// <summary>It was refused.</summary>
    public sealed record Refused : PasidObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static Refused Instance { get; } = new();
    }

    /// <summary>The chain of extended capabilities; at most 960 headers, after which the search was given up.</summary>
    /// <param name="Entries">The headers in the order of the chain.</param>
    public sealed record Chain(ValueList<ChainEntry> Entries) : PasidObservation;

    /// <summary>The function was given to a guest.</summary>
    /// <param name="Entries">The headers that the guest finds, in the order of the chain.</param>
    /// <param name="Capability">
    /// The four bytes behind the header of the first PASID capability among them; 0 if there is none.
    /// </param>
    public sealed record Assigned(ValueList<ChainEntry> Entries, Word Capability) : PasidObservation;

    /// <summary>The bytes of a register.</summary>
    /// <param name="Bytes">The bytes, the first one lowest.</param>
    public sealed record Value(Word Bytes) : PasidObservation;

    /// <summary>The access reached memory.</summary>
    /// <param name="At">
    /// Where: bits 31:24 are the function whose guest has the memory, 23:16 its address space, the rest the address.
    /// </param>
    public sealed record Landed(Gpa At) : PasidObservation;

    /// <summary>The IOMMU blocked the access.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Blocked(BlockReason Reason) : PasidObservation;

    /// <summary>The function sent nothing.</summary>
    public sealed record NotSent : PasidObservation
    {
        /// <summary>The only value that is needed.</summary>
        public static NotSent Instance { get; } = new();
    }

    /// <summary>The page request was sent.</summary>
    /// <param name="Answer">The answer, if one came at once.</param>
    public sealed record Requested(PageResponse? Answer) : PasidObservation;

    /// <summary>The page requests that were in the queue.</summary>
    /// <param name="Requests">The requests, in order.</param>
    public sealed record Taken(ValueList<TakenRequest> Requests) : PasidObservation;

    /// <summary>The group was answered.</summary>
    /// <param name="Encoding">The field of the command to the IOMMU that says the answer.</param>
    /// <param name="Received">What the function received.</param>
    public sealed record Responded(Word Encoding, PageResponse Received) : PasidObservation;

    /// <summary>It was detached.</summary>
    /// <param name="Answers">What was answered before, in the order of the groups.</param>
    public sealed record Unbound(ValueList<PageResponse> Answers) : PasidObservation;
}
