using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>How a guest's layer for DMA mappings drives the guest's IOMMU.</summary>
internal static class PlayedLayer
{
    public static Observation Do(PlayedHost host, HostOperation.Layer layer)
    {
        var guest = host.Guest(layer.Guest);
        if (layer.Does is DmaOperation.Advance && !host.Rules.Ticks(guest.Moves))
            return new HostObservation.Layered(new DmaObservation.Done([]), []);
        if (guest.Layer!.Do(layer.Does, host.Step) is not DmaObservation seen)
            return new Unsupported("no answer of a layer for DMA mappings");
        var below = new List<BelowAnswer>();
        foreach (var operation in LayerActs.Of(seen))
        {
            switch (Below(host, guest, operation))
            {
                case IommuObservation.Done: below.Add(default); break;
                case IommuObservation.Refused refused: below.Add(new BelowAnswer(refused.Reason)); break;
                case var other: return other;
            }
        }

        return new HostObservation.Layered(HandedOut(host, guest, seen), [.. below]);
    }

    /// <summary>The access of a device to what was mapped; null if it was not.</summary>
    public static HostOperation.Dma? Access(PlayedHost host, HostOperation.Use use) =>
        host.Device(use.Device).Owner?.Layer?.At(use.Mapped) is { } at
            ? new HostOperation.Dma(use.Device, use.Kind, at.Plus(use.Offset.Value), use.Length)
            : null;

    /// <summary>The answer of a layer or a pool, as its drivers see it.</summary>
    public static DmaObservation HandedOut(PlayedHost host, PlayedGuest guest, DmaObservation seen) =>
        seen is DmaObservation.Mapped mapped
            && host.Rules.HandedOut(
                mapped.At, guest, to => host.Behind(guest, to) ?? HostLayout.Frames(guest.Id, guest.Side)) is var at
            && at != mapped.At
            ? mapped with { At = at }
            : seen;

    private static Observation Below(PlayedHost host, PlayedGuest guest, IommuOperation operation)
    {
        if (!host.Rules.Delivers(operation, guest)) return IommuObservation.Done.Instance;
        var seen = guest.Iommu!.Apply(operation);
        if (seen is IommuObservation.Done) PlayedQueues.Note(host, guest, operation);
        return seen;
    }
}
