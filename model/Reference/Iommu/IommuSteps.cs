using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>How each operation that was done changes the state.</summary>
public static class IommuSteps
{
    /// <summary>Changes the state by an operation that was done.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="operation">The operation; accesses and readings change nothing here.</param>
    public static void Do(IommuState state, IommuRules rules, IommuOperation operation)
    {
        state.Step++;
        switch (operation)
        {
            case IommuOperation.CreateDomain create: state.Domain(create.Domain)!.Exists = true; break;
            case IommuOperation.DestroyDomain destroy: Destroy(state, rules, destroy); break;
            case IommuOperation.Attach attach:
                Move(state, rules, attach.Requester, attach.Pasid, Place.In(attach.Domain));
                break;
            case IommuOperation.Bypass bypass: Move(state, rules, bypass.Requester, null, Place.Through); break;
            case IommuOperation.Detach detach: Detach(state, rules, detach); break;
            case IommuOperation.Map map: Map(state, rules, map); break;
            case IommuOperation.Unmap unmap: Unmap(state, rules, unmap); break;
            case IommuOperation.Protect protect: Protect(state, rules, protect); break;
            case IommuOperation.Restrict restrict: Restrict(state, rules, restrict); break;
            case IommuOperation.SubmitInvalidation submit:
                state.Submitted.Add(new SubmittedInvalidation(submit.Scope, state.Step));
                break;
            case IommuOperation.Invalidate invalidate:
                Invalidation.Complete(state, rules, invalidate.Scope, state.Step, false);
                break;
            case IommuOperation.AwaitInvalidations: Await(state, rules); break;
            case IommuOperation.ClearFaults when rules.ClearsRecords: state.Faults.Clear(); break;
            case IommuOperation.Reset: Reset(state, rules); break;
            default: break;
        }
    }

    /// <summary>The range of an operation, widened to whole mappings where parts of them go with the whole.</summary>
    /// <param name="state">The state.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="asked">The range of the operation.</param>
    /// <returns>The range.</returns>
    public static IovaRange Widen(IommuState state, IommuDomain domain, IovaRange asked)
    {
        if (state.Traits.PartialUnmap != PartialUnmapRule.Whole) return asked;
        var first = asked.First.Value;
        var last = asked.Last.Value;
        foreach (var extent in domain.Live)
        {
            if (!extent.Range.Overlaps(asked)) continue;
            first = Math.Min(first, extent.Range.First.Value);
            last = Math.Max(last, extent.Range.Last.Value);
        }

        return new IovaRange(new Iova(first), new Iova(last));
    }

    private static void Destroy(IommuState state, IommuRules rules, IommuOperation.DestroyDomain destroy)
    {
        var domain = state.Domain(destroy.Domain)!;
        domain.Exists = false;
        domain.WasUsed = true;
        if (!rules.DestroyEndsMappings) return;
        domain.Take(IovaRange.All, rules, state.Taken);
        foreach (var version in state.Taken) Supersede(state, rules, domain, version with { Destroyed = true });
        foreach (var table in domain.Tables) SupersedeTable(state, rules, domain, table);
        domain.Tables.Clear();
        domain.Refused.Clear();
    }

    private static void Move(IommuState state, IommuRules rules, RequesterId requester, Pasid? pasid, Place to)
    {
        var attachment = state.Enter(rules.Identify(requester), pasid);
        var wasBlocked = attachment.Now == Place.Blocked;
        var needsSync = wasBlocked ? rules.KeepsAbsence(state.Traits) : rules.KeepsSuperseded(state.Traits);
        if (attachment.Now != to) attachment.Move(to, state.Step, needsSync);
    }

    private static void Detach(IommuState state, IommuRules rules, IommuOperation.Detach detach)
    {
        var attachment = state.Attachment(rules.Identify(detach.Requester), detach.Pasid);
        if (attachment is null) return;
        var to = rules.AfterDetach(attachment.Now);
        if (attachment.Now != to) attachment.Move(to, state.Step, rules.KeepsSuperseded(state.Traits));
    }

    private static void Map(IommuState state, IommuRules rules, IommuOperation.Map map)
    {
        if (!IovaRange.TryFrom(map.At, map.Pages, out var asked)) return;
        var domain = state.Domain(map.Domain)!;
        var range = rules.Mapped(asked);
        var rights = state.Traits.Granted(rules.MappedRights(map.Allowed));
        var mapping = new Extent(range, map.To, rights, true, false) { Born = state.Step };
        domain.Take(range, rules, state.Taken);
        SupersedeAbsence(state, rules, domain, range);
        foreach (var version in state.Taken) Supersede(state, rules, domain, version);
        domain.Live.Add(mapping);
    }

    private static void Unmap(IommuState state, IommuRules rules, IommuOperation.Unmap unmap)
    {
        if (!IovaRange.TryFrom(unmap.At, unmap.Pages, out var asked)) return;
        var domain = state.Domain(unmap.Domain)!;
        if (rules.Removed(state.Traits, domain, Widen(state, domain, asked)) is not { } removed) return;
        domain.Take(removed, rules, state.Taken);
        foreach (var version in state.Taken) Supersede(state, rules, domain, version);
    }

    private static void Protect(IommuState state, IommuRules rules, IommuOperation.Protect protect)
    {
        if (!IovaRange.TryFrom(protect.At, protect.Pages, out var asked)) return;
        var domain = state.Domain(protect.Domain)!;
        var allowed = state.Traits.Granted(protect.Allowed);
        domain.Take(rules.Protected(Widen(state, domain, asked)), rules, state.Taken);
        foreach (var version in state.Taken)
        {
            if (version.Allowed == allowed)
            {
                domain.Live.Add(version);
                continue;
            }

            domain.Live.Add(version with { Allowed = allowed, Born = state.Step });
            Supersede(state, rules, domain, version);
        }
    }

    private static void Restrict(IommuState state, IommuRules rules, IommuOperation.Restrict restrict)
    {
        var domain = state.Domain(restrict.Domain)!;
        var range = SpanOf(restrict.At, restrict.Span);
        var former = new TableRights(range, restrict.Span, Access.ReadWrite);
        for (var i = 0; i < domain.Tables.Count; i++)
        {
            if (domain.Tables[i].Span != restrict.Span || domain.Tables[i].Range != range) continue;
            former = domain.Tables[i];
            domain.Tables.RemoveAt(i);
            break;
        }

        var allowed = state.Traits.Granted(restrict.Allowed);
        if (allowed != Access.ReadWrite) domain.Tables.Add(former with { Allowed = allowed });
        if (former.Allowed != allowed) SupersedeTable(state, rules, domain, former);
    }

    private static void Await(IommuState state, IommuRules rules)
    {
        for (var i = 0; i < state.Submitted.Count; i++)
        {
            if (!rules.Completes(i, state.Submitted.Count)) continue;
            Invalidation.Complete(state, rules, state.Submitted[i].Scope, state.Submitted[i].Step, true);
        }

        state.Submitted.Clear();
    }

    private static void Reset(IommuState state, IommuRules rules)
    {
        state.Submitted.Clear();
        state.Faults.Clear();
        if (!rules.ResetEndsMappings) return;
        foreach (var domain in state.Domains) ResetDomain(domain);
        foreach (var attachment in state.Attachments)
        {
            attachment.RetireAll(Retirement.Reset);
            if (attachment.Now != Place.Blocked) attachment.Move(Place.Blocked, state.Step, true);
            attachment.RetireAll(Retirement.Reset);
        }
    }

    private static void ResetDomain(IommuDomain domain)
    {
        domain.WasUsed |= domain.Exists;
        domain.Exists = false;
        foreach (var version in domain.Superseded) domain.Retire(version, Retirement.Reset);
        foreach (var version in domain.Live) domain.Retire(version, Retirement.Reset);
        domain.Superseded.Clear();
        domain.Live.Clear();
        domain.Tables.Clear();
        domain.SupersededTables.Clear();
        domain.Refused.Clear();
        domain.OverfullAt = null;
    }

    private static void Supersede(IommuState state, IommuRules rules, IommuDomain domain, Extent version)
    {
        if (rules.KeepsSuperseded(state.Traits)) domain.Supersede(version with { Died = state.Step });
        else domain.Retire(version, Retirement.AtOnce);
    }

    // Where absence may be cached it is a version too: of those pages of the range that nothing was mapped at.
    private static void SupersedeAbsence(IommuState state, IommuRules rules, IommuDomain domain, IovaRange range)
    {
        if (!rules.KeepsAbsence(state.Traits)) return;
        var at = range.First.Value;
        while (true)
        {
            var next = NextTaken(state.Taken, at);
            var last = next is null ? range.Last.Value : next.Value.Range.First.Value - 1;
            if (next is null || next.Value.Range.First.Value > at)
            {
                var absent = new IovaRange(new Iova(at), new Iova(last));
                domain.Supersede(Extent.Absent(absent) with { Died = state.Step });
            }

            if (next is null || next.Value.Range.Last.Value >= range.Last.Value) return;
            at = next.Value.Range.Last.Value + 1;
        }
    }

    private static Extent? NextTaken(List<Extent> taken, ulong from)
    {
        Extent? next = null;
        foreach (var extent in taken)
        {
            if (extent.Range.First.Value < from) continue;
            if (next is null || extent.Range.First.Value < next.Value.Range.First.Value) next = extent;
        }

        return next;
    }

    private static void SupersedeTable(IommuState state, IommuRules rules, IommuDomain domain, TableRights former)
    {
        if (!rules.KeepsSuperseded(state.Traits)) return;
        if (domain.SupersededTables.Count < IommuBounds.Superseded)
            domain.SupersededTables.Add(former with { Died = state.Step });
        else
            domain.OverfullAt = state.Step;
    }

    private static IovaRange SpanOf(Iova at, PageSize span)
    {
        var mask = (1ul << (int)span) - 1;
        return new IovaRange(new Iova(at.Value & ~mask), new Iova(at.Value | mask));
    }
}
