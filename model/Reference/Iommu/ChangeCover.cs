using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>The coverpoints of operations that change the IOMMU.</summary>
internal static class ChangeCover
{
    /// <summary>Notes what an operation that was done brings about; call it before the state changes.</summary>
    public static void Note(IommuState state, IommuOperation operation, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        switch (operation)
        {
            case IommuOperation.CreateDomain create when state.Domain(create.Domain)!.WasUsed:
                verdicts.Cover(IommuCoverpoints.DomainAgain);
                break;
            case IommuOperation.Attach attach when state.Attachment(attach.Requester, attach.Pasid)
                is { Now.Kind: PlaceKind.Domain } before && before.Now.Domain != attach.Domain:
                verdicts.Cover(IommuCoverpoints.Moves);
                break;
            case IommuOperation.Map map: NoteMap(state, map, ref verdicts); break;
            case IommuOperation.Unmap unmap: NoteUnmap(state, unmap, ref verdicts); break;
            case IommuOperation.AwaitInvalidations when state.Submitted.Count > 1:
                verdicts.Cover(IommuCoverpoints.AwaitsSeveral);
                break;
            case IommuOperation.Invalidate when HasSuperseded(state):
                verdicts.Cover(IommuCoverpoints.Retires);
                break;
            default: break;
        }
    }

    private static void NoteMap(IommuState state, IommuOperation.Map map, ref Verdicts verdicts)
    {
        if (map.Pages.Value >= 512 && map.Largest >= PageSize.Size2M) verdicts.Cover(IommuCoverpoints.LargeMap);
        if (!IovaRange.TryFrom(map.At, map.Pages, out var range)) return;
        if (range.Last.Value == ulong.MaxValue) verdicts.Cover(IommuCoverpoints.Wraps);
        foreach (var extent in state.Domain(map.Domain)!.Live)
        {
            if (!extent.Range.Overlaps(range)) continue;
            verdicts.Cover(IommuCoverpoints.MapOver);
            return;
        }
    }

    private static void NoteUnmap(IommuState state, IommuOperation.Unmap unmap, ref Verdicts verdicts)
    {
        if (!IovaRange.TryFrom(unmap.At, unmap.Pages, out var range)) return;
        var found = false;
        foreach (var extent in state.Domain(unmap.Domain)!.Live)
        {
            if (!extent.Range.Overlaps(range)) continue;
            found = true;
            if (!range.Contains(extent.Range)) verdicts.Cover(IommuCoverpoints.UnmapPart);
        }

        if (!found) verdicts.Cover(IommuCoverpoints.UnmapNothing);
    }

    private static bool HasSuperseded(IommuState state)
    {
        foreach (var domain in state.Domains)
        {
            if (domain.Superseded.Count > 0) return true;
        }

        return false;
    }
}
