using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Which requirements an access puts to the test: those that another outcome would have violated.</summary>
internal static class DmaEvidence
{
    /// <summary>Notes the evidence of one piece.</summary>
    public static void Note(
        IommuState state, Attachment? attachment, IommuOperation.Dma dma, Iova at, in AllowedResults allowed,
        Piece piece, bool faulted, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        if (piece.Outcome == PieceOutcome.Unseen) return;
        if (dma.Pasid is not null) verdicts.Met(IommuRequirements.Pas01);
        if (piece.Offset.Value > 0) verdicts.Met(IommuRequirements.Dma01);
        if (attachment is null || attachment.Now.Kind == PlaceKind.Blocked)
        {
            if (!allowed.MustFault) return;
            verdicts.Met(IommuRequirements.Att01);
            if (attachment is not null) LeftPlaces(state, attachment, at, allowed, ref verdicts);
            return;
        }

        if (attachment.Now.Kind == PlaceKind.Through)
        {
            if (!faulted && !allowed.MayFault) verdicts.Met(IommuRequirements.Att04);
            return;
        }

        LeftPlaces(state, attachment, at, allowed, ref verdicts);
        if (!state.Traits.IsWithinWidth(at))
        {
            if (allowed.MustFault) verdicts.Met(IommuRequirements.Adr01);
            return;
        }

        InDomain(state, state.Domain(attachment.Now.Domain)!, dma, at, allowed, faulted, ref verdicts);
    }

    private static void LeftPlaces(
        IommuState state, Attachment attachment, Iova at, in AllowedResults allowed, ref Verdicts verdicts)
    {
        foreach (var former in attachment.Former)
        {
            if (former.Phase != LeavingPhase.Gone || !WouldReach(state, former.Place, at, allowed)) continue;
            verdicts.Met(DmaDeviation.Of(former.Ended, destroyed: false, place: true));
        }
    }

    // Whether an access that still went to a place would reach what it may not reach any more.
    private static bool WouldReach(IommuState state, Place place, Iova at, in AllowedResults allowed)
    {
        if (place.Kind == PlaceKind.Blocked) return false;
        if (place.Kind == PlaceKind.Through) return !allowed.Contains(new Gpa(at.Value));
        var domain = state.Domain(place.Domain)!;
        if (domain.TryFind(at, out var live) && !allowed.Contains(live.Output(at))) return true;
        foreach (var former in domain.Former)
        {
            var version = former.Version;
            if (version.Present && version.Range.Contains(at) && !allowed.Contains(version.Output(at))) return true;
        }

        return false;
    }

    private static void InDomain(
        IommuState state, IommuDomain domain, IommuOperation.Dma dma, Iova at, in AllowedResults allowed, bool faulted,
        ref Verdicts verdicts)
    {
        var isLive = domain.TryFind(at, out var live);
        if (!allowed.MayFault && !faulted)
        {
            verdicts.Met(IommuRequirements.Map01);
            if (isLive && live.Split) verdicts.Met(IommuRequirements.Unm02);
        }

        if (allowed.Count > 0) verdicts.Met(IommuRequirements.Map03);
        if (allowed.MustFault) Refuses(domain, at, isLive, live, dma, state, ref verdicts);
        FormerVersions(domain, dma, at, allowed, ref verdicts);
        if (IsMappedElsewhere(state, domain, at, allowed)) verdicts.Met(IommuRequirements.Att02);
    }

    private static void Refuses(
        IommuDomain domain, Iova at, bool isLive, Extent live, IommuOperation.Dma dma, IommuState state,
        ref Verdicts verdicts)
    {
        if (!isLive) verdicts.Met(IommuRequirements.Map02);
        else verdicts.Met(DmaDeviation.RightsOf(state, dma, live));
        foreach (var refused in domain.Refused)
        {
            if (!isLive && refused.Range.Contains(at)) verdicts.Met(IommuRequirements.Map05);
        }
    }

    private static void FormerVersions(
        IommuDomain domain, IommuOperation.Dma dma, Iova at, in AllowedResults allowed, ref Verdicts verdicts)
    {
        foreach (var former in domain.Former)
        {
            if (!former.Version.Range.Contains(at)) continue;
            if (!former.Version.Present)
            {
                if (!allowed.MayFault) verdicts.Met(IommuRequirements.Inv07);
                continue;
            }

            var reaches = (former.Version.Allowed & IommuRules.Needed(dma.Kind)) == IommuRules.Needed(dma.Kind);
            if (reaches && !allowed.Contains(former.Version.Output(at)))
                verdicts.Met(DmaDeviation.Of(former.Ended, former.Version.Destroyed, place: false));
        }
    }

    private static bool IsMappedElsewhere(IommuState state, IommuDomain own, Iova at, in AllowedResults allowed)
    {
        foreach (var domain in state.Domains)
        {
            if (domain == own || !domain.TryFind(at, out var other)) continue;
            if (!allowed.Contains(other.Output(at))) return true;
        }

        return false;
    }
}
