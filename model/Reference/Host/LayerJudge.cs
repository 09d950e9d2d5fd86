using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Dma;

namespace IoSpec.Reference.Host;

/// <summary>
/// Judges a guest's layer for DMA mappings: what it does by the judge of the area <c>dma</c>, what comes of that in the
/// guest's IOMMU by that of the area <c>iommu</c>.
/// </summary>
internal static class LayerJudge
{
    public static After Judge(
        HostState state, HostOperation.Layer layer, HostObservation.Layered seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(layer.Guest);
        var part = state.DmaBench.Open(verdicts);
        var after = DmaJudge.Judge(guest.Layer!, layer.Does, seen.Seen, ref part);
        state.DmaBench.Close(part, HostRequirements.Map01, ref verdicts);
        if (after == After.Lost) return after;
        var answered = 0;
        foreach (var operation in LayerActs.Of(seen.Seen))
        {
            if (answered >= seen.Below.Count) return HostJudge.Garbage(seen, ref verdicts);
            IommuObservation answer = seen.Below[answered++].Refused is { } reason
                ? new IommuObservation.Refused(reason)
                : IommuObservation.Done.Instance;
            var own = GuestJudge.Iommu(state, guest, operation, answer, ref verdicts);
            if (own == After.Lost) return own;
            if (own > after) after = own;
        }

        QueueState.Settle(state, guest);
        return answered == seen.Below.Count ? after : HostJudge.Garbage(seen, ref verdicts);
    }

    /// <summary>What a layer that conforms answers, and the guest's IOMMU below it.</summary>
    public static HostObservation.Layered Answer(HostState state, HostOperation.Layer layer)
    {
        var seen = state.Guest(layer.Guest).Layer!.Answer(layer.Does);
        return new HostObservation.Layered(seen, [.. LayerActs.Of(seen).Select(_ => default(BelowAnswer))]);
    }
}
