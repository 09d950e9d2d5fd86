using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>The decisions of the specification, one method each. The judge uses <see cref="Standard"/> only.</summary>
public class IommuRules
{
    /// <summary>The decisions as the specifications make them.</summary>
    public static IommuRules Standard { get; } = new();

    /// <summary>The rights that entries of all levels grant together.</summary>
    /// <param name="leaf">The rights of the leaf.</param>
    /// <param name="tables">The rights that the levels above leave.</param>
    /// <returns>The rights.</returns>
    public virtual Access Combine(Access leaf, Access tables) => leaf & tables;

    /// <summary>Whether rights suffice for an access.</summary>
    /// <param name="rights">The rights.</param>
    /// <param name="kind">What the device does.</param>
    /// <param name="traits">What the implementation is.</param>
    /// <returns>True if they do.</returns>
    public virtual bool Permits(Access rights, DmaKind kind, IommuTraits traits)
    {
        var needed = Needed(kind);
        return (traits.Granted(rights) & needed) == needed;
    }

    /// <summary>Whether an input address is inside the width of the translation.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public virtual bool IsWithinWidth(IommuTraits traits, Iova at) => traits.IsWithinWidth(at);

    /// <summary>The address that is looked up for an input address.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <param name="at">The address.</param>
    /// <returns>The same address.</returns>
    public virtual Iova LookUp(IommuTraits traits, Iova at) => at;

    /// <summary>The output address of an input address.</summary>
    /// <param name="leaf">The version of the entry.</param>
    /// <param name="at">The input address.</param>
    /// <returns>The output address.</returns>
    public virtual Gpa Output(Extent leaf, Iova at) => leaf.Output(at);

    /// <summary>The address at which a later piece of an access is looked up.</summary>
    /// <param name="first">The address of the first piece.</param>
    /// <param name="piece">The address of this piece.</param>
    /// <returns>The address of this piece.</returns>
    public virtual Iova PieceAddress(Iova first, Iova piece) => piece;

    /// <summary>The attachment that a request uses.</summary>
    /// <param name="requester">The requester of the request.</param>
    /// <returns>The same requester.</returns>
    public virtual RequesterId Identify(RequesterId requester) => requester;

    /// <summary>The PASID by which the attachment is found.</summary>
    /// <param name="pasid">The PASID of the request, or null.</param>
    /// <returns>The same PASID.</returns>
    public virtual Pasid? Identify(Pasid? pasid) => pasid;

    /// <summary>What a map maps.</summary>
    /// <param name="asked">The range of the operation.</param>
    /// <returns>The same range.</returns>
    public virtual IovaRange Mapped(IovaRange asked) => asked;

    /// <summary>The rights with which a map maps.</summary>
    /// <param name="asked">The rights of the operation.</param>
    /// <returns>The same rights.</returns>
    public virtual Access MappedRights(Access asked) => asked;

    /// <summary>What an unmap removes.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <param name="domain">The domain before it.</param>
    /// <param name="asked">The range of the operation, or of the mappings that go with it.</param>
    /// <returns>The same range; null would be nothing.</returns>
    public virtual IovaRange? Removed(IommuTraits traits, IommuDomain domain, IovaRange asked) => asked;

    /// <summary>What a change of rights changes.</summary>
    /// <param name="asked">The range of the operation.</param>
    /// <returns>The same range.</returns>
    public virtual IovaRange Protected(IovaRange asked) => asked;

    /// <summary>What is left of a mapping after a part has changed.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="rest">The range of the rest.</param>
    /// <returns>The rest.</returns>
    public virtual Extent Rest(Extent mapping, IovaRange rest) => mapping.Part(rest);

    /// <summary>Whether two ranges are found to overlap.</summary>
    /// <param name="mapped">What is mapped.</param>
    /// <param name="asked">What is asked for.</param>
    /// <returns>True if they share an address.</returns>
    public virtual bool Overlap(IovaRange mapped, IovaRange asked) => mapped.Overlaps(asked);

    /// <summary>What a refused map leaves mapped.</summary>
    /// <param name="asked">The range of the operation.</param>
    /// <returns>Null: nothing.</returns>
    public virtual IovaRange? LeftByRefusedMap(IovaRange asked) => null;

    /// <summary>The part of a version that an invalidation ends.</summary>
    /// <param name="scope">The invalidation.</param>
    /// <param name="domain">The domain of the version.</param>
    /// <param name="version">The input addresses of the version.</param>
    /// <returns>The part, or null if it is not covered.</returns>
    public virtual IovaRange? Covered(InvalidationScope scope, DomainId domain, IovaRange version)
    {
        switch (scope)
        {
            case InvalidationScope.Everything: return version;
            case InvalidationScope.OfDomain of: return of.Domain == domain ? version : null;
            case InvalidationScope.OfPages of:
                if (of.Domain != domain || !IovaRange.TryFrom(of.At.PageStart(), of.Pages, out var pages)) return null;
                return pages.Overlaps(version) ? pages.Intersect(version) : null;
            default: return null;
        }
    }

    /// <summary>Whether an invalidation covers entries above the leaves too.</summary>
    /// <param name="scope">The invalidation.</param>
    /// <returns>False if it is for leaves only.</returns>
    public virtual bool CoversTables(InvalidationScope scope) =>
        scope is not InvalidationScope.OfPages { LeafOnly: true };

    /// <summary>Whether an invalidation ends the use of a version that it covers.</summary>
    /// <param name="scope">The invalidation.</param>
    /// <param name="version">The version: of a mapping or of its absence.</param>
    /// <returns>True.</returns>
    public virtual bool Ends(InvalidationScope scope, Extent version) => true;

    /// <summary>Whether an invalidation covers the entry of a requester, or of one PASID of it.</summary>
    /// <param name="scope">The invalidation.</param>
    /// <param name="requester">The requester.</param>
    /// <param name="pasid">The PASID, or null.</param>
    /// <returns>True if it does.</returns>
    public virtual bool CoversRequester(InvalidationScope scope, RequesterId requester, Pasid? pasid) => scope switch
    {
        InvalidationScope.Everything => true,
        InvalidationScope.OfRequester of => of.Requester == requester,
        _ => false,
    };

    /// <summary>Whether an invalidation ends the use of a domain by the requesters that have left it.</summary>
    /// <param name="scope">The invalidation.</param>
    /// <param name="left">The domain.</param>
    /// <returns>True if it covers the whole domain.</returns>
    public virtual bool EndsLeaving(InvalidationScope scope, DomainId left) =>
        Covered(scope, left, IovaRange.All) == IovaRange.All;

    /// <summary>Whether a submitted invalidation has taken effect when the wait for it ends.</summary>
    /// <param name="index">Its place among the submitted ones, from 0.</param>
    /// <param name="count">How many were submitted.</param>
    /// <returns>True.</returns>
    public virtual bool Completes(int index, int count) => true;

    /// <summary>Whether an operation is done that may be refused: three of four invalidations, and no other.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="step">How many operations were done before.</param>
    /// <returns>True if it is done.</returns>
    public virtual bool Dares(IommuOperation operation, int step) =>
        operation is IommuOperation.Invalidate or IommuOperation.SubmitInvalidation && step % 4 != 0;

    /// <summary>Whether a superseded version may be used until it is invalidated.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <returns>True if unmapping needs an invalidation.</returns>
    public virtual bool KeepsSuperseded(IommuTraits traits) => traits.UnmapSync != SyncRule.None;

    /// <summary>Whether absence may be used until it is invalidated.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <returns>True if mapping needs an invalidation or absence is cached.</returns>
    public virtual bool KeepsAbsence(IommuTraits traits) =>
        traits.MapSync != SyncRule.None || traits.NegativeCaching;

    /// <summary>Where a detached requester goes.</summary>
    /// <param name="before">Where it went.</param>
    /// <returns>Nowhere.</returns>
    public virtual Place AfterDetach(Place before) => Place.Blocked;

    /// <summary>Whether the mappings of a domain end with it.</summary>
    public virtual bool DestroyEndsMappings => true;

    /// <summary>Whether a domain may be destroyed while a requester is attached.</summary>
    public virtual bool DestroysInUse => false;

    /// <summary>Whether a reset ends attachments and mappings.</summary>
    public virtual bool ResetEndsMappings => true;

    /// <summary>The record of a fault.</summary>
    /// <param name="record">The record as it has to be.</param>
    /// <param name="output">The output address that a walk without rights would have given; zero if none.</param>
    /// <returns>The record.</returns>
    public virtual FaultRecord Record(FaultRecord record, Gpa output) => record;

    /// <summary>Whether a fault is recorded at all.</summary>
    /// <param name="record">The record.</param>
    /// <returns>True.</returns>
    public virtual bool Records(FaultRecord record) => true;

    /// <summary>Whether an access that reached memory is recorded.</summary>
    public virtual bool RecordsSuccess => false;

    /// <summary>Whether clearing removes records.</summary>
    public virtual bool ClearsRecords => true;

    /// <summary>Whether lost records are signalled.</summary>
    public virtual bool SignalsOverflow => true;

    /// <summary>The rights that an access needs.</summary>
    /// <param name="kind">What the device does.</param>
    /// <returns>The rights.</returns>
    public static Access Needed(DmaKind kind) => kind switch
    {
        DmaKind.Read => Access.Read,
        DmaKind.Write => Access.Write,
        DmaKind.Atomic => Access.ReadWrite,
        _ => Access.Read | Access.Execute,
    };
}
