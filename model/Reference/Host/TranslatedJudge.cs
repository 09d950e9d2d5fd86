using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>Judges an access that two stages translate; the judge of the area <c>iommu</c> knows the first.</summary>
/// <remarks>
/// Where the guest's own translation leads to nothing, the host blocks, and the guest's IOMMU has done its part. Of a
/// blocked piece that may have been blocked by either, nothing is demanded but what follows for the other pieces; nor
/// of one that a function may not have begun because its guest stands still.
/// </remarks>
internal static class TranslatedJudge
{
    private const int AnyReason = ~0;

    public static After Judge(
        HostState state, GuestState guest, HostOperation.Dma dma, HostObservation.Moved seen, ref Verdicts verdicts)
    {
        var pieces = new Piece[seen.Pieces.Count];
        var isOpen = false;
        for (var i = 0; i < pieces.Length; i++) pieces[i] = Of(state, guest, dma, seen.Pieces[i], ref isOpen);
        if (isOpen) return OneByOne(state, guest, dma, pieces, ref verdicts);
        return GuestJudge.Iommu(
            state, guest, TransferAnswer.Translated(dma),
            new IommuObservation.Transferred(ValueList.Create<Piece>(pieces)), ref verdicts);
    }

    private static Piece Of(
        HostState state, GuestState guest, HostOperation.Dma dma, HostPiece piece, ref bool isOpen)
    {
        if (piece.At is { } at && Backing.At(state, guest, at) is { } gpa)
            return new Piece(piece.Offset, piece.Length, PieceOutcome.Landed, gpa);
        if (guest.IsStopped)
        {
            isOpen = true;
            return new Piece(piece.Offset, piece.Length, PieceOutcome.Unknown, default);
        }

        var (unbacked, mayBlock) = Blocks(state, guest, dma, dma.At.Plus(piece.Offset.Value));
        if (unbacked is not { } nowhere) return new Piece(piece.Offset, piece.Length, PieceOutcome.Blocked, default);
        isOpen |= mayBlock;
        return new Piece(
            piece.Offset, piece.Length, mayBlock ? PieceOutcome.Unknown : PieceOutcome.Landed, nowhere);
    }

    // Where the guest's translation may lead that is not there, and whether it may block as well.
    private static (Gpa? Unbacked, bool MayBlock) Blocks(
        HostState state, GuestState guest, HostOperation.Dma dma, Iova at)
    {
        var wanted = dma.Kind == DmaKind.Write ? Access.Write : Access.Read;
        var request = new TranslationRequest(HostPart.Requester(dma.Device), null, at, wanted, Privileged: false);
        var (unbacked, mayBlock) = (default(Gpa?), false);
        foreach (var outcome in guest.Translation!.Allowed(request).Outcomes.AsSpan())
        {
            if (outcome is not Translation.To to) mayBlock = true;
            else if (Backing.ForDevices(state, guest, to.At) is null) unbacked = to.At;
        }

        return (unbacked, mayBlock);
    }

    // Behind a piece that may have faulted others may be blocked, and a record may tell of any of them.
    private static After OneByOne(
        HostState state, GuestState guest, HostOperation.Dma dma, Piece[] pieces, ref Verdicts verdicts)
    {
        var after = After.Consistent;
        var faulted = false;
        foreach (var piece in pieces)
        {
            var part = dma with { At = dma.At.Plus(piece.Offset.Value), Length = piece.Length };
            if (piece.Outcome == PieceOutcome.Landed || (piece.Outcome == PieceOutcome.Blocked && !faulted))
            {
                var alone = piece with { Offset = default };
                var own = GuestJudge.Iommu(
                    state, guest, TransferAnswer.Translated(part), new IommuObservation.Transferred([alone]),
                    ref verdicts);
                if (own > after) after = own;
            }
            else
            {
                FaultNotes.Note(
                    guest.Iommu!, IommuRules.Standard, TransferAnswer.Translated(part), part.At, AnyReason,
                    certain: false);
            }

            faulted |= piece.Outcome != PieceOutcome.Landed;
        }

        return after;
    }
}
