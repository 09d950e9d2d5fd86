using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>Notes what devices do with addresses of a guest's layer for DMA mappings, by the state before it.</summary>
internal static class LayerCover
{
    public static void Use(
        HostState state, HostOperation.Use use, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        var guest = state.OwnerOf(state.Device(use.Device))!;
        if (!seen.Pieces.Any(piece => piece.At is not null)) return;
        verdicts.Cover(HostCoverpoints.Mapped);
        if (guest.Layer!.Mapping(use.Mapped.Step)!.IsLive) return;
        verdicts.Cover(HostCoverpoints.Late);
        if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.LateWhileMigrating);
    }

    /// <summary>Whether addresses of a guest wait to come back.</summary>
    public static bool HasWaiting(GuestState? guest) =>
        guest?.Layer is { } layer && Array.Exists(layer.Pages, page => page.IsWithheld);
}
