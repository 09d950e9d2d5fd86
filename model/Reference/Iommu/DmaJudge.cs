using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Judges an access piece by piece, and notes the faults that it leaves.</summary>
internal static class DmaJudge
{
    /// <summary>Judges an access.</summary>
    public static After Judge(
        IommuState state, IommuOperation.Dma dma, IommuObservation.Transferred seen, ref Verdicts verdicts)
    {
        var after = After.Consistent;
        if (!Tiles(dma, seen.Pieces)) return IommuJudge.Garbage(seen, ref verdicts);
        if (dma.Length.Value == 0)
        {
            // A read of no bytes is translated all the same, and may fault.
            verdicts.Cover(IommuCoverpoints.ZeroLength);
            FaultNotes.Note(state, IommuRules.Standard, dma, dma.At, AnyReason, certain: false);
        }

        verdicts.Met(IommuRequirements.Dma02);
        var faulted = false;
        foreach (var piece in seen.Pieces.AsSpan())
        {
            var fine = piece.Outcome == PieceOutcome.Stray
                ? Stray(piece, ref verdicts)
                : Piece(state, dma, piece, ref faulted, ref verdicts);
            if (!fine) after = After.Resynchronised;
        }

        return after;
    }

    // The pieces cover the access without gaps, and none crosses a smallest page.
    private static bool Tiles(IommuOperation.Dma dma, ValueList<Piece> pieces)
    {
        var next = 0ul;
        foreach (var piece in pieces.AsSpan())
        {
            if (piece.Outcome == PieceOutcome.Stray) continue;
            if (piece.Offset.Value != next || piece.Length.Value == 0) return false;
            if (next >= dma.Length.Value) return false;
            if (piece.Length.Value > Pieces.LengthAt(dma.At, dma.Length, piece.Offset).Value) return false;
            next += piece.Length.Value;
        }

        return next == dma.Length.Value;
    }

    private static bool Stray(Piece piece, ref Verdicts verdicts)
    {
        verdicts.Violate(
            IommuRequirements.Dma02, "memory", Deviation.Extra, "no byte besides its own changes",
            $"{piece.Length} bytes changed at {piece.At}");
        return false;
    }

    private static bool Piece(
        IommuState state, IommuOperation.Dma dma, Piece piece, ref bool faulted, ref Verdicts verdicts)
    {
        var at = dma.At.Plus(piece.Offset.Value);
        var attachment = state.Attachment(dma.Requester, dma.Pasid);
        IommuWalk.Allowed(state, IommuRules.Standard, dma, at, out var allowed);
        DmaCover.Note(state, attachment, dma, piece, at, allowed, faulted, ref verdicts);
        if (allowed.IsAmbiguous)
        {
            verdicts.GiveUp();
            FaultNotes.Note(state, IommuRules.Standard, dma, at, AnyReason, certain: false);
            faulted |= piece.Outcome == PieceOutcome.Blocked;
            return true;
        }

        DmaEvidence.Note(state, attachment, dma, at, allowed, piece, faulted, ref verdicts);
        var fine = IsAllowed(allowed, piece, faulted, state, dma);
        if (!fine) DmaDeviation.Name(state, dma, at, allowed, piece, ref verdicts);
        NoteFault(state, dma, at, allowed, piece, faulted);
        faulted |= piece.Outcome == PieceOutcome.Blocked;
        return fine;
    }

    private const int AnyReason = ~0;

    // A piece that translates lands, unless an earlier piece of the access faulted: then it may or may not.
    private static bool IsAllowed(
        in AllowedResults allowed, Piece piece, bool faulted, IommuState state, IommuOperation.Dma dma) =>
        piece.Outcome switch
        {
            PieceOutcome.Landed => allowed.Contains(piece.At),
            PieceOutcome.Blocked => allowed.MayFault || faulted,
            PieceOutcome.Unseen => !state.Configuration.Device(dma.Requester)!.ShowsReads && dma.Kind == DmaKind.Read,
            _ => false,
        };

    private static void NoteFault(
        IommuState state, IommuOperation.Dma dma, Iova at, in AllowedResults allowed, Piece piece, bool faulted)
    {
        if (piece.Outcome == PieceOutcome.Landed) return;
        var reasons = allowed.MayFault ? allowed.Reasons : AnyReason;
        var certain = !faulted && (piece.Outcome == PieceOutcome.Blocked ? allowed.MayFault : allowed.MustFault);
        if (certain || allowed.MayFault || piece.Outcome == PieceOutcome.Blocked)
            FaultNotes.Note(state, IommuRules.Standard, dma, at, reasons, certain);
    }
}
