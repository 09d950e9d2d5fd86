using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>Judges accesses of devices.</summary>
internal static class TransferJudge
{
    public static After Kick(
        HostState state, HostOperation.Kick kick, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        if (Buffer.Access(state, kick) is { } access)
        {
            if (seen.Pieces.Count > 0) return Access(state, access, seen, ref verdicts);
            verdicts.Violate(HostRequirements.Cfg01, "pieces", Deviation.Missing, "its buffer is used", "nothing");
            return After.Resynchronised;
        }

        verdicts.Met(HostRequirements.Left02);
        if (seen.Pieces.Count == 0) return After.Consistent;
        verdicts.Violate(HostRequirements.Left02, "buffer", Deviation.Stale, "no buffer", seen.ToString());
        return After.Lost;
    }

    public static After Access(
        HostState state, HostOperation.Dma dma, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        if (!Tiles(dma, seen.Pieces)) return HostJudge.Garbage(seen, ref verdicts);
        var device = state.Device(dma.Device);
        if (state.OwnerOf(device) is not { } guest) return Nothing(HostRequirements.Left04, seen, ref verdicts);
        if (!device.IsMaster)
        {
            return Nothing(
                device.WasReset ? HostRequirements.Left01 : HostRequirements.Cfg02, seen, ref verdicts);
        }

        if (guest.IsStopped && device.Function is null)
            return Nothing(HostRequirements.Mig04, seen, ref verdicts);

        // Memory that is not the guest's, or its own: the invariant of isolation says so, and nothing can be said of
        // the rest.
        foreach (var piece in seen.Pieces.AsSpan())
        {
            if (piece.At is not { } at) continue;
            if (Backing.At(state, guest, at) is not { } gpa || !SharedMemory.Has(guest.Shape, gpa))
                return After.Lost;
        }

        var worked = guest.IsStopped
            ? FunctionJudge.Worked(state, guest, device, seen.Pieces, ref verdicts)
            : After.Consistent;
        var after = state.IsTranslated(device)
            ? TranslatedJudge.Judge(state, guest, dma, seen, ref verdicts)
            : Direct(state, guest, dma, seen, ref verdicts);
        if (dma.Kind == DmaKind.Write) Written(state, guest, dma, seen, ref verdicts);
        return worked > after ? worked : after;
    }

    private static After Nothing(Requirement requirement, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        foreach (var piece in seen.Pieces.AsSpan())
        {
            if (piece.At is not { } at) continue;
            verdicts.Violate(requirement, "memory", Deviation.Extra, "nothing is reached", $"{at}");
            return After.Lost;
        }

        return After.Consistent;
    }

    private static After Direct(
        HostState state, GuestState guest, HostOperation.Dma dma, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Trn02);
        // While its guest stands still it is the function's own affair what it begins.
        var faulted = guest.IsStopped;
        foreach (var piece in seen.Pieces.AsSpan())
        {
            var due = Backing.ForDevices(state, guest, new Gpa(dma.At.Plus(piece.Offset.Value).Value));
            if (piece.At != due && !(piece.At is null && faulted))
            {
                verdicts.Violate(
                    HostRequirements.Trn02, "pieces", piece.At is null ? Deviation.Missing : Deviation.WrongValue,
                    due is null ? "blocked" : $"{due}", piece.At is null ? "blocked" : $"{piece.At}");
                return After.Resynchronised;
            }

            faulted |= piece.At is null;
        }

        return After.Consistent;
    }

    private static void Written(
        HostState state, GuestState guest, HostOperation.Dma dma, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        foreach (var piece in seen.Pieces.AsSpan())
        {
            if (piece.At is not { } at || Backing.At(state, guest, at) is not { } gpa) continue;
            QueueState.Disturb(state, guest, null, gpa);
            GuestJudge.Written(state, guest, HostPart.Writer(dma.Device), gpa, piece.Length, ref verdicts);
        }
    }

    private static bool Tiles(HostOperation.Dma dma, ValueList<HostPiece> pieces)
    {
        var next = 0ul;
        foreach (var piece in pieces.AsSpan())
        {
            if (piece.Offset.Value != next || next >= dma.Length.Value) return false;
            if (piece.Length != Pieces.LengthAt(dma.At, dma.Length, piece.Offset)) return false;
            next += piece.Length.Value;
        }

        return next == dma.Length.Value;
    }
}
