using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>What a completed invalidation ends: the use of versions superseded before it was submitted.</summary>
public static class Invalidation
{
    /// <summary>Ends the use of what an invalidation covers.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="scope">What it covers.</param>
    /// <param name="submitted">When it was submitted.</param>
    /// <param name="awaited">Whether it was submitted and awaited by two operations.</param>
    public static void Complete(
        IommuState state, IommuRules rules, InvalidationScope scope, int submitted, bool awaited)
    {
        foreach (var domain in state.Domains)
        {
            RetireVersions(domain, rules, scope, submitted, awaited);
            if (rules.CoversTables(scope)) RetireTables(domain, rules, scope, submitted);
            if (rules.Covered(scope, domain.Id, IovaRange.All) == IovaRange.All && domain.OverfullAt <= submitted)
                domain.OverfullAt = null;
        }

        foreach (var attachment in state.Attachments) RetirePlaces(state, attachment, rules, scope, submitted);
    }

    private static void RetireVersions(
        IommuDomain domain, IommuRules rules, InvalidationScope scope, int submitted, bool awaited)
    {
        var versions = domain.Superseded;
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            var version = versions[i];
            if (version.Died > submitted) continue;
            var covered = rules.Covered(scope, domain.Id, version.Range);
            if (covered is not { } cut || !rules.Ends(scope, version)) continue;
            domain.Retire(version.Part(cut), awaited ? Retirement.Awaited : NameOf(scope));
            versions.RemoveAt(i);
            if (TryBefore(version.Range, cut, out var before)) versions.Add(version.Part(before));
            if (TryAfter(version.Range, cut, out var after)) versions.Add(version.Part(after));
        }
    }

    private static void RetireTables(IommuDomain domain, IommuRules rules, InvalidationScope scope, int submitted)
    {
        var tables = domain.SupersededTables;
        for (var i = tables.Count - 1; i >= 0; i--)
        {
            var table = tables[i];
            if (table.Died > submitted) continue;
            if (rules.Covered(scope, domain.Id, table.Range) is not { } cut) continue;
            tables.RemoveAt(i);
            if (TryBefore(table.Range, cut, out var before)) tables.Add(table with { Range = before });
            if (TryAfter(table.Range, cut, out var after)) tables.Add(table with { Range = after });
        }
    }

    // First the entry of the requester, then the translations of the domain that it left: an invalidation of these
    // that was submitted before the first one had completed may have run before it, and what was cached since stays.
    private static void RetirePlaces(
        IommuState state, Attachment attachment, IommuRules rules, InvalidationScope scope, int submitted)
    {
        for (var i = 0; i < attachment.Former.Count; i++)
        {
            var former = attachment.Former[i];
            if (former.Phase == LeavingPhase.Gone || former.Died > submitted) continue;
            var endsLeaving = rules.EndsLeaving(scope, former.Place.Domain);
            if (former.Phase == LeavingPhase.Requester
                && rules.CoversRequester(scope, attachment.Requester, attachment.Pasid))
            {
                var isDomain = former.Place.Kind == PlaceKind.Domain;
                former = isDomain && !endsLeaving
                    ? former with { Phase = LeavingPhase.Domain, Died = state.Step }
                    : former with { Phase = LeavingPhase.Gone, Ended = Retirement.Requester };
            }
            else if (former.Phase == LeavingPhase.Domain && endsLeaving)
            {
                former = former with { Phase = LeavingPhase.Gone, Ended = Retirement.Requester };
            }

            attachment.Former[i] = former;
        }

        if (scope is InvalidationScope.Everything && attachment.OverfullAt <= submitted) attachment.OverfullAt = null;
    }

    private static bool TryBefore(IovaRange whole, IovaRange cut, out IovaRange rest)
    {
        rest = whole;
        if (whole.First.Value >= cut.First.Value) return false;
        rest = new IovaRange(whole.First, new Iova(cut.First.Value - 1));
        return true;
    }

    private static bool TryAfter(IovaRange whole, IovaRange cut, out IovaRange rest)
    {
        rest = whole;
        if (cut.Last.Value >= whole.Last.Value) return false;
        rest = new IovaRange(new Iova(cut.Last.Value + 1), whole.Last);
        return true;
    }

    private static Retirement NameOf(InvalidationScope scope) => scope switch
    {
        InvalidationScope.Everything => Retirement.Everything,
        InvalidationScope.OfDomain => Retirement.Domain,
        InvalidationScope.OfPages => Retirement.Pages,
        _ => Retirement.Requester,
    };
}
