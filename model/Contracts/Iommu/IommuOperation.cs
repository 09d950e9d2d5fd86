namespace IoSpec.Contracts.Iommu;

/// <summary>One thing that can be done to an IOMMU or through it.</summary>
public abstract record IommuOperation : Operation
{
    private IommuOperation()
    {
    }

    /// <summary>Makes an empty domain.</summary>
    /// <param name="Domain">Its id.</param>
    public sealed record CreateDomain(DomainId Domain) : IommuOperation;

    /// <summary>Removes a domain with all its mappings; refused while a requester is attached.</summary>
    /// <param name="Domain">Its id.</param>
    public sealed record DestroyDomain(DomainId Domain) : IommuOperation;

    /// <summary>Puts a requester, or one PASID of it, into a domain; it leaves the one it was in.</summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="Pasid">The PASID; null for requests without one.</param>
    /// <param name="Domain">The domain.</param>
    public sealed record Attach(RequesterId Requester, Pasid? Pasid, DomainId Domain) : IommuOperation;

    /// <summary>Takes a requester, or one PASID of it, out of its domain: its accesses are blocked.</summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="Pasid">The PASID; null for requests without one.</param>
    public sealed record Detach(RequesterId Requester, Pasid? Pasid) : IommuOperation;

    /// <summary>Passes a requester through: its addresses are output addresses.</summary>
    /// <param name="Requester">The requester.</param>
    public sealed record Bypass(RequesterId Requester) : IommuOperation;

    /// <summary>Maps pages.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="To">The first output address.</param>
    /// <param name="Pages">How many smallest pages.</param>
    /// <param name="Allowed">The rights.</param>
    /// <param name="Largest">The largest leaf that may be used; alignment may demand smaller ones.</param>
    public sealed record Map(DomainId Domain, Iova At, Gpa To, PageCount Pages, Access Allowed, PageSize Largest)
        : IommuOperation;

    /// <summary>Removes what is mapped in a range; holes in it are no error.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="Pages">How many smallest pages.</param>
    public sealed record Unmap(DomainId Domain, Iova At, PageCount Pages) : IommuOperation;

    /// <summary>Gives what is mapped in a range other rights; holes in it are no error.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="Pages">How many smallest pages.</param>
    /// <param name="Allowed">The new rights, not none.</param>
    public sealed record Protect(DomainId Domain, Iova At, PageCount Pages, Access Allowed) : IommuOperation;

    /// <summary>Restricts the rights of all that a table entry above the leaves spans.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="At">An address below the entry.</param>
    /// <param name="Span">The span of the entry: more than a smallest page.</param>
    /// <param name="Allowed">The rights that the entry leaves, not none; read and write restrict nothing.</param>
    public sealed record Restrict(DomainId Domain, Iova At, PageSize Span, Access Allowed) : IommuOperation;

    /// <summary>Invalidates and waits for completion.</summary>
    /// <param name="Scope">What is covered.</param>
    public sealed record Invalidate(InvalidationScope Scope) : IommuOperation;

    /// <summary>Asks for an invalidation; it may take effect at any time until it is awaited.</summary>
    /// <param name="Scope">What is covered.</param>
    public sealed record SubmitInvalidation(InvalidationScope Scope) : IommuOperation;

    /// <summary>Waits until all submitted invalidations have completed.</summary>
    public sealed record AwaitInvalidations : IommuOperation;

    /// <summary>A device accesses memory.</summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="Pasid">The PASID of the request, if it has one.</param>
    /// <param name="AddressType">How the address is to be taken.</param>
    /// <param name="Kind">What the device does.</param>
    /// <param name="Privileged">Whether the request is privileged.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes, zero included.</param>
    public sealed record Dma(
        RequesterId Requester,
        Pasid? Pasid,
        AddressType AddressType,
        DmaKind Kind,
        bool Privileged,
        Iova At,
        ByteCount Length) : IommuOperation;

    /// <summary>A device sends an interrupt message.</summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="At">The message address.</param>
    /// <param name="Data">The message data.</param>
    public sealed record Interrupt(RequesterId Requester, Iova At, uint Data) : IommuOperation;

    /// <summary>Reads the kept fault records without clearing them.</summary>
    public sealed record ReadFaults : IommuOperation;

    /// <summary>Clears the fault records and the overflow.</summary>
    public sealed record ClearFaults : IommuOperation;

    /// <summary>Brings everything to the start: no domains, no attachments, no faults, nothing cached.</summary>
    public sealed record Reset : IommuOperation;
}
