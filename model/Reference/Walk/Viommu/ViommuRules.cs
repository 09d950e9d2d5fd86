using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>The decisions of the specification, one method each; a faulty device overrides one.</summary>
public class ViommuRules
{
    /// <summary>What the specification says.</summary>
    public static ViommuRules Standard { get; } = new();

    /// <summary>Whether an endpoint that is in no domain is passed through.</summary>
    public virtual bool Passes(ViommuUnit unit, Word bypass) =>
        unit.PassesUnattached || (unit.HasBypass && bypass.Has(0));

    /// <summary>Whether the domain of an endpoint passes it through.</summary>
    public virtual bool PassesAttached(Word attachment) => attachment.Has(EndpointDomains.Bypass);

    /// <summary>Whether an address is one that can be mapped.</summary>
    public virtual bool IsInput(ViommuUnit unit, Iova at) => unit.Input.Contains(at);

    /// <summary>The address that is looked up for one that is accessed; null if none is.</summary>
    public virtual Iova? Sought(ViommuUnit unit, Iova at) => unit.Input.Contains(at) ? at : null;

    /// <summary>Whether a page is mapped.</summary>
    public virtual bool IsPresent(Word mapping) => mapping.Has(ViommuMapping.Present);

    /// <summary>Whether a mapping gives the rights that a request needs.</summary>
    public virtual bool Admits(Word mapping, Access wanted) =>
        ((wanted & Access.Read) == 0 || (mapping.Value & ViommuRequest.Read) != 0)
        && ((wanted & Access.Write) == 0 || (mapping.Value & ViommuRequest.Write) != 0);

    /// <summary>Whether a mapping may give rights that it does not name: what can be written may be readable.</summary>
    public virtual bool MayAdmit(Word mapping, Access wanted) =>
        (wanted & Access.Write) == 0 && (mapping.Value & ViommuRequest.Write) != 0;

    /// <summary>Where an address is in the page to which a mapping leads.</summary>
    public virtual Gpa OutputOf(Word mapping, Iova at) =>
        new((mapping.Value & ~(Page.Bytes - 1)) | (at.Value & (Page.Bytes - 1)));

    /// <summary>Whether what was there before is still used.</summary>
    public virtual bool Caches(EntryKind kind, Word content) => false;

    /// <summary>Whether a request has a field reserved that must be zero, and is not.</summary>
    public virtual bool IsReserved(ViommuBytes request) =>
        request.Type == ViommuRequest.Attach && !IsClean(request);

    /// <summary>Whether a request has a field reserved that is not zero, and that must be ignored.</summary>
    public virtual bool IsIgnored(ViommuBytes request) => !request.IsZero(1, 3)
        || (request.Type is ViommuRequest.Detach or ViommuRequest.Probe && !IsClean(request));

    /// <summary>Whether an endpoint exists.</summary>
    public virtual bool Exists(WalkConfiguration configuration, RequesterId endpoint) =>
        configuration.Device(endpoint) is not null;

    /// <summary>The flags that an ATTACH or a MAP can have.</summary>
    public virtual uint FlagsOf(ViommuUnit unit, byte type) => type == ViommuRequest.Attach
        ? unit.HasBypass ? ViommuRequest.Bypass : 0
        : ViommuRequest.Read | ViommuRequest.Write | (unit.HasMmio ? ViommuRequest.Mmio : 0);

    /// <summary>Whether a MAP consists of whole pages.</summary>
    public virtual bool IsAligned(ViommuUnit unit, IovaRange range, Gpa to) =>
        ((range.First.Value | to.Value | unchecked(range.Last.Value + 1)) & (unit.Granule - 1)) == 0;

    /// <summary>Whether a MAP is of what there is a mapping for.</summary>
    public virtual bool Overlaps(EndpointDomains domains, DomainId domain, IovaRange range) =>
        domains.Touched(domain, range).Count > 0;

    /// <summary>Whether a MAP is of what endpoints reserve.</summary>
    public virtual bool IsRegion(ViommuUnit unit, IovaRange range) => unit.IsReserved(range);

    /// <summary>Whether an UNMAP would split a mapping.</summary>
    public virtual bool Splits(EndpointDomains domains, DomainId domain, IovaRange range) =>
        domains.Touched(domain, range).Any(mapping => !range.Contains(mapping.Range));

    /// <summary>The addresses whose mappings an UNMAP removes.</summary>
    public virtual IovaRange Removed(IovaRange range) => range;

    /// <summary>Whether an UNMAP that would split a mapping removes the others all the same.</summary>
    public virtual bool RemovesBeforeSplit => false;

    /// <summary>Whether the flag of an ATTACH has to be that of the domain.</summary>
    public virtual bool ComparesBypass => true;

    /// <summary>How a request of an unknown type ends.</summary>
    public virtual int StatusOfUnknown => ViommuStatus.Unwritten;

    /// <summary>The report of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) => ViommuRecord.Of(request, fault);

    /// <summary>What a PROBE tells of a region, after its head.</summary>
    public virtual (ulong First, ulong Last) BoundsOf(ViommuRegion region) =>
        (region.Range.First.Value, region.Range.Last.Value);

    // The reserved field at the end of a request.
    private static bool IsClean(ViommuBytes request)
    {
        var at = ViommuRequest.ReservedOf(request.Type);
        return request.IsZero(at, ViommuRequest.LengthOf(request.Type) - at);
    }
}
