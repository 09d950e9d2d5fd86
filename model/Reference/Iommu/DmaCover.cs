using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>The coverpoints of accesses.</summary>
internal static class DmaCover
{
    /// <summary>Notes what one piece brings about.</summary>
    public static void Note(
        IommuState state, Attachment? attachment, IommuOperation.Dma dma, Piece piece, Iova at,
        in AllowedResults allowed, bool faulted, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        if (piece.Offset.Value > 0) verdicts.Cover(IommuCoverpoints.ManyPages);
        if (piece.Offset.Value > 0 && allowed.MustFault && !faulted) verdicts.Cover(IommuCoverpoints.LaterPageFaults);
        if (allowed.Count > 1) verdicts.Cover(IommuCoverpoints.Versions);
        if (allowed.Count > 0 && allowed.MayFault) verdicts.Cover(IommuCoverpoints.Either);
        if (allowed.Count == 1 && !allowed.MayFault) verdicts.Cover(IommuCoverpoints.Reaches);
        if (at.Value < Page.Bytes) verdicts.Cover(IommuCoverpoints.FirstPage);
        if (state.Traits.IsWithinWidth(at) && !state.Traits.IsWithinWidth(at.Plus(Page.Bytes)))
            verdicts.Cover(IommuCoverpoints.LastPage);
        var place = attachment?.Now ?? Place.Blocked;
        if (allowed.MustFault)
        {
            verdicts.Cover(IommuCoverpoints.Faults);
            Reason(state, place, dma, at, ref verdicts);
        }
        else if (piece.Outcome == PieceOutcome.Landed)
        {
            Landed(state, place, dma, piece, at, ref verdicts);
        }
    }

    private static void Landed(
        IommuState state, Place place, IommuOperation.Dma dma, Piece piece, Iova at, ref Verdicts verdicts)
    {
        var fresh = FreshResult.Of(state, IommuRules.Standard, dma, at);
        if (!fresh.Reaches || fresh.Output != piece.At) verdicts.Cover(IommuCoverpoints.UsedFormer);
        if (place.Kind == PlaceKind.Domain && state.Domain(place.Domain)!.TryFind(at, out var live) && live.Split)
            verdicts.Cover(IommuCoverpoints.Remainder);
    }

    private static void Reason(
        IommuState state, Place place, IommuOperation.Dma dma, Iova at, ref Verdicts verdicts)
    {
        if (place.Kind != PlaceKind.Domain) verdicts.Cover(IommuCoverpoints.FaultNotAttached);
        else if (!state.Traits.IsWithinWidth(at)) verdicts.Cover(IommuCoverpoints.FaultBeyondWidth);
        else if (!state.Domain(place.Domain)!.TryFind(at, out var live))
            verdicts.Cover(IommuCoverpoints.FaultNotMapped);
        else if (IommuRules.Standard.Permits(live.Allowed, dma.Kind, state.Traits))
            verdicts.Cover(IommuCoverpoints.FaultTableRights);
        else verdicts.Cover(IommuCoverpoints.FaultLeafRights);
    }
}
