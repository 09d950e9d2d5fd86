using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>Notes the situations of a step, by the state before it.</summary>
internal static class HostCover
{
    public static void Note(HostState state, HostOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        switch (operation, seen)
        {
            case (HostOperation.Dma dma, HostObservation.Moved moved): Transfer(state, dma, moved, ref verdicts); break;
            case (HostOperation.Use use, HostObservation.Moved moved):
                LayerCover.Use(state, use, moved, ref verdicts);
                Transfer(state, LayerAccess.Of(state, use), moved, ref verdicts);
                break;
            case (HostOperation.Unmap unmap, _) when state.Guest(unmap.Guest) is { IsMigrating: true } guest
                && Array.Exists(guest.Memory, writer => writer >= 0):
                verdicts.Cover(HostCoverpoints.UnmapWhileMigrating);
                break;
            case (HostOperation.ResetFunction reset, _) when IsMigrating(state, reset.Device):
                verdicts.Cover(HostCoverpoints.ResetWhileMigrating);
                break;
            case (HostOperation.Detach detach, _):
                if (IsMigrating(state, detach.Device)) verdicts.Cover(HostCoverpoints.DetachWhileMigrating);
                if (LayerCover.HasWaiting(state.OwnerOf(state.Device(detach.Device))))
                    verdicts.Cover(HostCoverpoints.DetachWhileWaiting);
                break;
            case (HostOperation.Finish finish, HostObservation.Arrived)
                when LayerCover.HasWaiting(state.Guest(finish.Guest)):
                verdicts.Cover(HostCoverpoints.MoveWhileWaiting);
                break;
            case (HostOperation.Drive { Does: VirtioOperation.Kick } drive, _)
                when state.Device(drive.Device).Queue is { IsPacked: false, IsOpen: false } queue
                && queue.Waiting > queue.Size:
                verdicts.Cover(HostCoverpoints.QueueOverfull);
                break;
            case (HostOperation.Send send, _):
                if (IsMigrating(state, send.Device)) verdicts.Cover(HostCoverpoints.SendWhileMigrating);
                if (state.Device(send.Device).WasReset) verdicts.Cover(HostCoverpoints.SendAfterReset);
                break;
            case (HostOperation.Assign assign, _) when state.Device(assign.Device).Before is { } before
                && before != assign.Guest:
                verdicts.Cover(HostCoverpoints.Reassigned);
                break;
            case (HostOperation.Cancel cancel, _) when state.Guest(cancel.Guest).IsStopped:
                verdicts.Cover(HostCoverpoints.CancelWhenStopped);
                break;
            case (HostOperation.StartMigration start, _): Start(state, start, ref verdicts); break;
            default: break;
        }
    }

    private static void Start(HostState state, HostOperation.StartMigration start, ref Verdicts verdicts)
    {
        if (state.Guest(start.Guest).Moves > 0) verdicts.Cover(HostCoverpoints.SecondMigration);
        if (state.Guest(start.Guest).WasCalledOff) verdicts.Cover(HostCoverpoints.AfterFailedChange);
        foreach (var guest in state.Guests)
        {
            if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.TwoMigrations);
        }
    }

    private static bool IsMigrating(HostState state, DeviceId device) =>
        state.OwnerOf(state.Device(device)) is { IsMigrating: true };

    private static void Brought(MigrationState function, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        if (function.Belief.All(StateMachine.IsStopped)) verdicts.Cover(HostCoverpoints.WhenStopped);
        if (!function.Belief.All(StateMachine.IsQuiescent)) return;
        if (seen.Pieces.Any(piece => piece.At is not null)) verdicts.Cover(HostCoverpoints.WhenQuiescent);
    }

    private static bool IsOwn(HostState state, DeviceState device, GuestState guest, Iova at)
    {
        if (!state.IsTranslated(device)) return !SharedMemory.Has(guest.Shape, new Gpa(at.Value));
        var request = new TranslationRequest(HostPart.Requester(device.Id), null, at, Access.Read, Privileged: false);
        return guest.Translation!.Allowed(request).Only is Translation.To to && !SharedMemory.Has(guest.Shape, to.At);
    }

    private static void Transfer(
        HostState state, HostOperation.Dma dma, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        var device = state.Device(dma.Device);
        if (state.OwnerOf(device) is not { } guest || !device.IsMaster) return;
        if (guest.IsStopped && device.Function is { } function) Brought(function, seen, ref verdicts);
        foreach (var piece in seen.Pieces.AsSpan())
        {
            PoolCover.Use(state, device, piece, ref verdicts);
            if (piece.At is null && IsOwn(state, device, guest, dma.At.Plus(piece.Offset.Value)))
                verdicts.Cover(HostCoverpoints.PoolPrivate);
            if (piece.At is not { } at || Backing.At(state, guest, at) is not { } gpa) continue;
            if (device.IsInner) verdicts.Cover(HostCoverpoints.Inner);
            if (guest.Moves > 0) verdicts.Cover(HostCoverpoints.UsedAfterMove);
            if (guest.Iommu is not null && !state.IsTranslated(device)) verdicts.Cover(HostCoverpoints.Bypass);
            if (Backing.BarAt(state, guest, gpa) is not { } peer || peer == device) continue;
            verdicts.Cover(HostCoverpoints.PeerWrite);
            if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.PeerWriteWhileMigrating);
        }
    }
}
