using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>Notes what becomes of bounce pools, by the state before it.</summary>
internal static class PoolCover
{
    public static void Note(
        GuestState guest, HostOperation.Bounce bounce, HostObservation.Layered seen, ref Verdicts verdicts)
    {
        if (seen.Seen is DmaObservation.Failed) verdicts.Cover(HostCoverpoints.PoolFull);
        if (bounce.Does is not DmaOperation.Unmap unmap) return;
        var mapping = guest.Pool!.Mapping(unmap.Mapped.Step)!;
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            var page = HostLayout.PageOf(mapping.Entries[i].Frame, guest.Shape.Pages);
            var slot = mapping.First + i;
            if (!mapping.Entries[i].Writable || guest.Memory[slot] == guest.Memory[page]) continue;
            if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.PoolWhileMigrating);
            if (guest.SlotMoves[slot] < guest.Moves) verdicts.Cover(HostCoverpoints.PoolAfterMove);
        }
    }

    public static void Look(
        HostState state, HostOperation.Look look, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        if (SlotOf(state, state.Device(look.Device), seen.Pieces[0]) is not var (guest, slot)) return;
        if (guest.Pool!.Mappings.Count > 0 && !guest.Slots.IsTaken(slot)) verdicts.Cover(HostCoverpoints.PoolFree);
    }

    /// <summary>A device has used memory, or was to.</summary>
    public static void Use(HostState state, DeviceState device, HostPiece piece, ref Verdicts verdicts)
    {
        if (SlotOf(state, device, piece) is not var (guest, slot) || !guest.Slots.IsTaken(slot)) return;
        verdicts.Cover(HostCoverpoints.Pool);
        if (device.IsInner) verdicts.Cover(HostCoverpoints.PoolInner);
    }

    private static (GuestState Guest, int Slot)? SlotOf(HostState state, DeviceState device, HostPiece piece)
    {
        if (piece.At is not { } at || state.OwnerOf(device) is not { Pool: not null } guest) return null;
        if (Backing.At(state, guest, at) is not { } gpa) return null;
        var slot = HostLayout.PageOf(gpa, new PageCount((ulong)guest.Shape.Slots));
        return slot < 0 ? null : (guest, slot);
    }
}
