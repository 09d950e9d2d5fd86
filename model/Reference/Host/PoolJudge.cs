using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Reference.Dma;

namespace IoSpec.Reference.Host;

/// <summary>
/// Judges a guest's bounce pool by the judge of the area <c>dma</c>, and keeps what its slots hold: the processor
/// copies between them and memory.
/// </summary>
internal static class PoolJudge
{
    public static After Judge(
        HostState state, HostOperation.Bounce bounce, HostObservation.Layered seen, ref Verdicts verdicts)
    {
        if (seen.Below.Count > 0) return HostJudge.Garbage(seen, ref verdicts);
        var guest = state.Guest(bounce.Guest);
        PoolCover.Note(guest, bounce, seen, ref verdicts);
        var part = state.DmaBench.Open(verdicts);
        var after = DmaJudge.Judge(guest.Pool!, bounce.Does, seen.Seen, ref part);
        state.DmaBench.Close(part, HostRequirements.Pool02, ref verdicts);
        if (after == After.Lost) return after;
        foreach (var copy in guest.Slots.Do(seen.Seen))
        {
            if (copy.Kind == PoolCopyKind.In) guest.SlotMoves[copy.To] = guest.Moves;
            if (!copy.IsDue) continue;
            guest.Memory[copy.To] = copy.From is { } from ? guest.Memory[from] : -1;
            Written(state, guest, copy, ref verdicts);
        }

        return after;
    }

    // Who does not fill a slot that devices are to write, writes nothing that has to be reported.
    private static void Written(HostState state, GuestState guest, PoolCopy copy, ref Verdicts verdicts)
    {
        var at = HostLayout.Memory.Plus((ulong)copy.To * Page.Bytes);
        var page = new Iova(at.Value);
        var isSpared = copy is { Kind: PoolCopyKind.In, Writable: true } && guest.Dirty.Note(page) is null;
        GuestJudge.Tracker(
            state, guest, Tracking.Write(HostPart.Processor(state.Configuration), at, new ByteCount(Page.Bytes)),
            Contracts.Dirty.DirtyObservation.Done.Instance, ref verdicts);
        if (isSpared && guest.Dirty.IsOn && IovaRange.TryFrom(page, new PageCount(1), out var range))
            guest.Dirty.Excuse(range);
    }

    /// <summary>What a pool that conforms answers.</summary>
    public static HostObservation.Layered Answer(HostState state, HostOperation.Bounce bounce) =>
        new(state.Guest(bounce.Guest).Pool!.Answer(bounce.Does), []);

    /// <summary>The access of a device that looks at what it finds.</summary>
    public static HostOperation.Dma Access(HostOperation.Look look) =>
        new(look.Device, DmaKind.Read, look.At, new ByteCount(1));

    /// <summary>What a device finds in a host that conforms.</summary>
    public static HostObservation.Found Answer(HostState state, HostOperation.Look look)
    {
        var piece = TransferAnswer.To(state, Access(look)).Pieces[0];
        if (piece.At is not { } at || state.OwnerOf(state.Device(look.Device)) is not { } guest
            || Backing.At(state, guest, at) is not { } gpa) return new HostObservation.Found(piece, null);
        var writer = Backing.WriterOf(state, guest, gpa);
        return new HostObservation.Found(piece, writer < 0 ? null : new Held(writer));
    }

    /// <summary>Whether a device gets there; what it finds is judged where memory is looked at as a whole.</summary>
    public static After Look(
        HostState state, HostOperation.Look look, HostObservation.Found seen, ref Verdicts verdicts)
    {
        if (seen.Piece.At is null && seen.Writer is not null) return HostJudge.Garbage(seen, ref verdicts);
        var moved = new HostObservation.Moved([seen.Piece]);
        PoolCover.Look(state, look, moved, ref verdicts);
        return TransferJudge.Access(state, Access(look), moved, ref verdicts);
    }
}
