using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>
/// For each operation that changes something: must it be done, may it be refused, must it be refused.
/// </summary>
public static class IommuAdmission
{
    /// <summary>What is demanded of an operation.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The demand.</returns>
    public static Admission Of(IommuState state, IommuRules rules, IommuOperation operation) => operation switch
    {
        IommuOperation.CreateDomain create => Create(state, create),
        IommuOperation.DestroyDomain destroy => Destroy(state, rules, destroy),
        IommuOperation.Attach attach => Attach(state, attach),
        IommuOperation.Detach detach => Detach(state, detach),
        IommuOperation.Bypass bypass => Bypass(state, bypass),
        IommuOperation.Map map => Map(state, rules, map),
        IommuOperation.Unmap unmap => Unmap(state, unmap),
        IommuOperation.Protect protect => Protect(state, protect),
        IommuOperation.Restrict restrict => Restrict(state, restrict),
        IommuOperation.Invalidate invalidate => Invalidate(state, invalidate.Scope),
        IommuOperation.SubmitInvalidation submit => Queued(state).And(Invalidate(state, submit.Scope)),
        IommuOperation.AwaitInvalidations => Queued(state),
        _ => Admission.MustDo(IommuRequirements.Cap01),
    };

    private static Admission Create(IommuState state, IommuOperation.CreateDomain create)
    {
        var demand = Admission.MustDo(IommuRequirements.Dom02);
        var domain = state.Domain(create.Domain);
        if (domain is null) return demand.And(Absent(Refusal.NoSuchDomain));
        if (domain.Exists) demand = demand.And(Absent(Refusal.DomainExists));
        if (state.CountDomains() >= state.Traits.MostDomains)
            demand = demand.And(Admission.Either(Refusal.OutOfResources));
        return demand;
    }

    private static Admission Destroy(IommuState state, IommuRules rules, IommuOperation.DestroyDomain destroy)
    {
        var demand = Admission.MustDo(IommuRequirements.Dom02).And(Existing(state, destroy.Domain));
        if (state.IsInUse(destroy.Domain) && !rules.DestroysInUse)
            demand = demand.And(Admission.MustRefuse(IommuRequirements.Dom03, Refusal.DomainInUse));
        return demand;
    }

    private static Admission Attach(IommuState state, IommuOperation.Attach attach)
    {
        if (attach.Pasid is not null && !Has(state, IommuFeatures.Pasid)) return Admission.Undeclared;
        return Admission.MustDo(IommuRequirements.Att03)
            .And(Existing(state, attach.Requester))
            .And(Existing(state, attach.Domain));
    }

    private static Admission Detach(IommuState state, IommuOperation.Detach detach)
    {
        if (detach.Pasid is not null && !Has(state, IommuFeatures.Pasid)) return Admission.Undeclared;
        var demand = Admission.MustDo(IommuRequirements.Att03).And(Existing(state, detach.Requester));
        var isAttached = state.Attachment(detach.Requester, detach.Pasid) is { } found && found.Now != Place.Blocked;
        return isAttached ? demand : demand.And(Admission.Either(Refusal.NotAttached));
    }

    private static Admission Bypass(IommuState state, IommuOperation.Bypass bypass)
    {
        if (!Has(state, IommuFeatures.Bypass)) return Admission.Undeclared;
        return Admission.MustDo(IommuRequirements.Att03).And(Existing(state, bypass.Requester));
    }

    private static Admission Map(IommuState state, IommuRules rules, IommuOperation.Map map)
    {
        var demand = Admission.MustDo(IommuRequirements.Map04)
            .And(Existing(state, map.Domain))
            .And(Range(state, map.At, map.Pages, Admission.MustRefuse, out var range))
            .And(Rights(map.Allowed));
        var fits = (map.To.Value & (Page.Bytes - 1)) == 0 && state.Configuration.Holds(map.To, map.Pages);
        if (map.Pages.Value > 0 && !fits)
            demand = demand.And(Admission.MustRefuse(IommuRequirements.Map07, Refusal.BadRange));
        if (range is not { } asked || state.Domain(map.Domain) is not { } domain) return demand;
        if (state.Traits.Overlap == OverlapRule.Reject) demand = demand.And(Free(domain, rules, asked));
        return demand.And(Room(state, domain, asked, added: 1));
    }

    private static Admission Unmap(IommuState state, IommuOperation.Unmap unmap) =>
        Admission.MustDo(IommuRequirements.Unm01)
            .And(Existing(state, unmap.Domain))
            .And(Range(state, unmap.At, unmap.Pages, EitherWay, out var range))
            .And(WholeMappings(state, unmap.Domain, range));

    private static Admission Protect(IommuState state, IommuOperation.Protect protect) =>
        Admission.MustDo(IommuRequirements.Prm04)
            .And(Existing(state, protect.Domain))
            .And(Range(state, protect.At, protect.Pages, EitherWay, out var range))
            .And(Rights(protect.Allowed))
            .And(WholeMappings(state, protect.Domain, range));

    private static Admission Restrict(IommuState state, IommuOperation.Restrict restrict)
    {
        if (!state.Traits.TableRights) return Admission.Undeclared;
        var demand = Admission.MustDo(IommuRequirements.Prm04)
            .And(Existing(state, restrict.Domain))
            .And(Rights(restrict.Allowed));
        var isTable = restrict.Span > PageSize.Size4K && (int)restrict.Span < state.Traits.AddressWidth;
        if (isTable && state.Traits.IsWithinWidth(restrict.At)) return demand;
        return demand.And(Admission.MustRefuse(IommuRequirements.Map07, Refusal.BadRange));
    }

    private static Admission Invalidate(IommuState state, InvalidationScope scope)
    {
        if ((state.Traits.Scopes & ScopeOf(scope)) == 0) return Admission.Undeclared;
        var demand = Admission.MustDo(IommuRequirements.Inv08);
        if (state.Traits.MapSync == SyncRule.Fallible)
            demand = demand.And(Admission.Either(Refusal.OutOfResources));
        return scope switch
        {
            InvalidationScope.OfDomain of when state.Domain(of.Domain) is not { Exists: true } =>
                demand.And(Admission.Either(Refusal.NoSuchDomain)),
            InvalidationScope.OfPages of => demand.And(InvalidatePages(state, of)),
            InvalidationScope.OfRequester of when state.Configuration.Device(of.Requester) is null =>
                demand.And(Admission.Either(Refusal.NoSuchRequester)),
            _ => demand,
        };
    }

    private static Admission InvalidatePages(IommuState state, InvalidationScope.OfPages of)
    {
        var demand = Admission.MustDo(IommuRequirements.Inv08);
        if (state.Domain(of.Domain) is not { Exists: true })
            demand = demand.And(Admission.Either(Refusal.NoSuchDomain));
        var misaligned = (of.At.Value & (Page.Bytes - 1)) != 0;
        if (misaligned || !IovaRange.TryFrom(of.At, of.Pages, out var range) || !state.Traits.IsWithinWidth(range.Last))
            demand = demand.And(Admission.Either(Refusal.BadRange));
        return demand;
    }

    private static Admission Queued(IommuState state) => Has(state, IommuFeatures.QueuedInvalidation)
        ? Admission.MustDo(IommuRequirements.Inv08)
        : Admission.Undeclared;

    private static bool Has(IommuState state, IommuFeatures feature) => (state.Traits.Features & feature) != 0;

    private static Admission Absent(Refusal reason) => Admission.MustRefuse(IommuRequirements.Dom04, reason);

    private static Admission Existing(IommuState state, DomainId id) => state.Domain(id) is { Exists: true }
        ? Admission.MustDo(IommuRequirements.Dom02)
        : Absent(Refusal.NoSuchDomain);

    private static Admission Existing(IommuState state, RequesterId id) => state.Configuration.Device(id) is not null
        ? Admission.MustDo(IommuRequirements.Att03)
        : Absent(Refusal.NoSuchRequester);

    // Rights of none may be refused or be the same as nothing; not every format can grant execution apart.
    private static Admission Rights(Access rights) => (rights & Access.ReadWrite) == 0 || (rights & Access.Execute) != 0
        ? Admission.Either(Refusal.BadRights)
        : Admission.MustDo(IommuRequirements.Map04);

    // What lies outside the width or is reserved must not be mapped; elsewhere it is a hole, which is no error.
    private static Admission EitherWay(Requirement broken, Refusal reason) => Admission.Either(reason);

    private static Admission Range(
        IommuState state, Iova at, PageCount pages, Func<Requirement, Refusal, Admission> outside,
        out IovaRange? range)
    {
        range = null;
        if (pages.Value == 0) return Admission.Either(Refusal.BadRange);
        if ((at.Value & (Page.Bytes - 1)) != 0 || !IovaRange.TryFrom(at, pages, out var asked))
            return Admission.MustRefuse(IommuRequirements.Map07, Refusal.BadRange);
        if (!state.Traits.IsWithinWidth(asked.Last)) return outside(IommuRequirements.Map07, Refusal.BadRange);
        range = asked;
        return state.Traits.IsReserved(asked)
            ? outside(IommuRequirements.Map08, Refusal.Reserved)
            : Admission.MustDo(IommuRequirements.Map04);
    }

    private static Admission WholeMappings(IommuState state, DomainId id, IovaRange? range)
    {
        var demand = Admission.MustDo(IommuRequirements.Unm01);
        if (range is not { } asked || state.Domain(id) is not { } domain) return demand;
        demand = demand.And(Room(state, domain, asked, added: 0));
        if (state.Traits.PartialUnmap != PartialUnmapRule.Refuse) return demand;
        foreach (var extent in domain.Live)
        {
            if (!extent.Range.Overlaps(asked) || asked.Contains(extent.Range)) continue;
            demand = demand.And(extent.Allowed == Access.None
                ? Admission.Either(Refusal.PartOfMapping)
                : Admission.MustRefuse(IommuRequirements.Unm03, Refusal.PartOfMapping));
        }

        return demand;
    }

    // A mapping that changes in part becomes up to three.
    private static Admission Room(IommuState state, IommuDomain domain, IovaRange asked, int added)
    {
        var count = domain.Live.Count + added;
        foreach (var extent in domain.Live)
        {
            if (extent.Range.Overlaps(asked) && !asked.Contains(extent.Range)) count += 2;
        }

        return count > state.Traits.MostMappings && count > domain.Live.Count
            ? Admission.Either(Refusal.OutOfResources)
            : Admission.MustDo(IommuRequirements.Map04);
    }

    // A mapping without rights may be the same as nothing.
    private static Admission Free(IommuDomain domain, IommuRules rules, IovaRange asked)
    {
        var demand = Admission.MustDo(IommuRequirements.Map04);
        foreach (var extent in domain.Live)
        {
            if (!rules.Overlap(extent.Range, asked)) continue;
            demand = demand.And(extent.Allowed == Access.None
                ? Admission.Either(Refusal.Overlap)
                : Admission.MustRefuse(IommuRequirements.Map06, Refusal.Overlap));
        }

        return demand;
    }

    private static InvalidationScopes ScopeOf(InvalidationScope scope) => scope switch
    {
        InvalidationScope.Everything => InvalidationScopes.Everything,
        InvalidationScope.OfDomain => InvalidationScopes.Domain,
        InvalidationScope.OfPages => InvalidationScopes.Pages,
        _ => InvalidationScopes.Requester,
    };
}
