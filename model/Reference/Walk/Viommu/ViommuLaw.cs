using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What may be answered to requests.</summary>
/// <remarks>Source: virtio 1.3, 5.13.6.2 to 5.13.6.8, device requirements.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class ViommuLaw(ViommuRules rules)
{
    private static readonly ValueList<int> Unwritten = [ViommuStatus.Unwritten];
    private static readonly ValueList<int> NotDone = [ViommuStatus.Unwritten, .. ViommuStatus.Failing];

    private static RequestRequirements Requirements => WalkRequirements.Viommu.Requests!;

    public ViommuTerms Of(WalkState state, ViommuBytes request)
    {
        // A request that cannot be parsed, or whose status has no place.
        var nothing = ViommuChange.Nothing.Instance;
        if (request.Room < ViommuRequest.TailBytes)
            return new ViommuTerms(request, "room", Requirements.Unwritten, Unwritten, nothing);
        var length = ViommuRequest.LengthOf(request.Type);
        if (request.Length < ViommuRequest.HeadBytes)
            return new ViommuTerms(request, "head", Requirements.Unwritten, NotDone, nothing);
        if (length == 0)
            return new ViommuTerms(request, "type", Requirements.Unwritten, [rules.StatusOfUnknown], nothing);
        if (request.Length < length)
            return new ViommuTerms(request, "short", Requirements.Advised, NotDone, nothing);
        return request.Type switch
        {
            ViommuRequest.Attach => Attach(state, request),
            ViommuRequest.Detach => Detach(state, request),
            ViommuRequest.Map => Map(state, request),
            ViommuRequest.Unmap => Unmap(state, request),
            _ => Probe(state, request),
        };
    }

    private ViommuTerms Attach(WalkState state, ViommuBytes request)
    {
        var (domain, endpoint) = (DomainOf(request), new RequesterId(request.Int(ViommuRequest.Endpoint)));
        var (unit, flags) = (UnitOf(state), request.Int(ViommuRequest.AttachFlags));
        var (isBypass, now) = ((flags & ViommuRequest.Bypass) != 0, state.Domains.Of(endpoint));
        var objections = new Objections(Requirements);
        if (rules.IsReserved(request)) objections.Must("attach-reserved", ViommuStatus.Invalid);
        if ((flags & ~rules.FlagsOf(unit, ViommuRequest.Attach)) != 0)
            objections.Must("attach-flags", ViommuStatus.Invalid);
        if (!rules.Exists(state.Configuration, endpoint)) objections.Must("attach-endpoint", ViommuStatus.NoEntry);
        var existing = state.Domains.IsBypass(domain);
        var differs = existing is { } own && own != isBypass;
        if (differs && rules.ComparesBypass) objections.Should("attach-bypass-differs", ViommuStatus.Invalid);
        if (!unit.Has(domain)) objections.Open("attach-domain-range");

        // An endpoint need not be taken out of another domain, and a domain need not have several endpoints.
        var what = now is not null && now != domain ? "attach-moves" : existing is null ? "attach" : "attach-joins";
        ValueList<int> statuses = what == "attach" ? [ViommuStatus.Ok] : [ViommuStatus.Ok, ViommuStatus.Unsupported];
        return objections.TermsOf(
            request, Plain(request, what, statuses),
            new ViommuChange.Attach(endpoint, domain, isBypass, IsSound: !differs));
    }

    private ViommuTerms Detach(WalkState state, ViommuBytes request)
    {
        var (domain, endpoint) = (DomainOf(request), new RequesterId(request.Int(ViommuRequest.Endpoint)));
        var objections = new Objections(Requirements);
        var isThere = state.Domains.Of(endpoint) == domain;
        if (!rules.Exists(state.Configuration, endpoint)) objections.Must("detach-endpoint", ViommuStatus.NoEntry);
        else if (!isThere) objections.Open("detach-elsewhere");
        return objections.TermsOf(
            request, Plain(request, "detach", [ViommuStatus.Ok]),
            isThere ? new ViommuChange.Detach(endpoint) : ViommuChange.Nothing.Instance);
    }

    private ViommuTerms Map(WalkState state, ViommuBytes request)
    {
        var (unit, domain, range) = (UnitOf(state), DomainOf(request), ViommuRequest.RangeOf(request));
        var (to, flags) = (new Gpa(request.Long(ViommuRequest.To)), request.Int(ViommuRequest.MapFlags));
        var objections = new Objections(Requirements);
        if ((flags & ~rules.FlagsOf(unit, ViommuRequest.Map)) != 0)
            objections.Must("map-flags", ViommuStatus.Invalid);
        var isBypass = state.Domains.IsBypass(domain);
        if (isBypass is null) objections.Should("map-domain", ViommuStatus.NoEntry);
        if (isBypass is true) objections.Should("map-bypass", ViommuStatus.Invalid);
        if (!rules.IsAligned(unit, range, to)) objections.Should("map-alignment", ViommuStatus.OutOfRange);
        if (IsDoubtful(state, domain, range)) objections.Open("map-doubtful");
        else if (rules.Overlaps(state.Domains, domain, range))
            objections.Should("map-overlap", ViommuStatus.Invalid);
        if (!rules.IsInput(unit, range.First) || !rules.IsInput(unit, range.Last))
            objections.Should("map-input-range", [ViommuStatus.OutOfRange, .. ViommuStatus.Failing]);
        if (rules.IsRegion(unit, range)) objections.Should("map-region", [.. ViommuStatus.Failing]);

        // Which rights can go together is left to the device.
        var isUsual = (flags & ViommuRequest.Read) != 0;
        var plain = isUsual
            ? Plain(request, "map", [ViommuStatus.Ok])
            : ("map-rights", null, ViommuStatus.Any);
        return objections.TermsOf(
            request, plain,
            isBypass is false
                ? new ViommuChange.Map(domain, range, to, flags, objections.AreNone)
                : ViommuChange.Nothing.Instance);
    }

    private ViommuTerms Unmap(WalkState state, ViommuBytes request)
    {
        var (domain, range) = (DomainOf(request), ViommuRequest.RangeOf(request));
        var objections = new Objections(Requirements);
        var isBypass = state.Domains.IsBypass(domain);
        var isSplit = rules.Splits(state.Domains, domain, range);
        if (isBypass is null) objections.Should("unmap-domain", ViommuStatus.NoEntry);
        if (isBypass is true) objections.Should("unmap-bypass", ViommuStatus.Invalid);
        if (IsDoubtful(state, domain, range)) objections.Open("unmap-doubtful");
        else if (isSplit) objections.Should("unmap-split", ViommuStatus.OutOfRange);

        // For a reserved field that is not zero it may be called invalid, and done all the same.
        var isOdd = !request.IsZero(ViommuRequest.ReservedOf(ViommuRequest.Unmap), 4);
        if (isOdd && !objections.AreNone) objections.Should("unmap-reserved", ViommuStatus.Invalid);
        var what = state.Domains.Touched(domain, range).Count == 0 ? "unmap-nothing" : "unmap";
        var plain = isOdd
            ? ("unmap-reserved", Requirements.Done, [ViommuStatus.Ok, ViommuStatus.Invalid])
            : Plain(request, what, [ViommuStatus.Ok]);
        return objections.TermsOf(
            request, plain,
            isBypass is false
                ? new ViommuChange.Unmap(domain, rules.Removed(range), isSplit, !rules.RemovesBeforeSplit, isOdd)
                : ViommuChange.Nothing.Instance);
    }

    private ViommuTerms Probe(WalkState state, ViommuBytes request)
    {
        var nothing = ViommuChange.Nothing.Instance;
        var unit = UnitOf(state);
        if (!unit.HasProbe)
            return new ViommuTerms(request, "probe-missing", Requirements.Unwritten, Unwritten, nothing);
        var objections = new Objections(Requirements);
        if ((ulong)request.Room < unit.ProbeSize.Value + ViommuRequest.TailBytes)
            objections.Should(ViommuTerms.NoTail, ViommuStatus.Invalid, ViommuStatus.Unwritten);
        if (!rules.Exists(state.Configuration, new RequesterId(request.Int(ViommuRequest.Probed))))
            objections.Should("probe-endpoint", ViommuStatus.NoEntry);
        return objections.TermsOf(request, Plain(request, "probe", [ViommuStatus.Ok]), nothing);
    }

    // Nothing speaks against it, but perhaps a field that is to be ignored.
    private (string What, Requirement? Decides, ValueList<int> Statuses) Plain(
        ViommuBytes request, string what, ValueList<int> statuses)
    {
        if (!rules.IsIgnored(request)) return (what, Requirements.Done, statuses);
        var name = request.Type == ViommuRequest.Detach ? "detach-reserved" : "probe-reserved";
        return (request.IsZero(1, 3) ? name : "head-reserved", Requirements.Ignored, statuses);
    }

    private static bool IsDoubtful(WalkState state, DomainId domain, IovaRange range) =>
        state.Domains.Touched(domain, range).Any(mapping => mapping.IsDoubtful || mapping.IsSpared);

    private static DomainId DomainOf(ViommuBytes request) => new(request.Int(ViommuRequest.Domain));

    private static ViommuUnit UnitOf(WalkState state) => new((WalkUnit.Viommu)state.Configuration.Unit);
}
