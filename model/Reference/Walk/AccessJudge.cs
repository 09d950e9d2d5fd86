using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Judges an access piece by piece, and notes the faults and the marks that it leaves.</summary>
internal static class AccessJudge
{
    public static After Judge(
        WalkState state, WalkFormat format, WalkOperation.Dma dma, WalkObservation.Transferred seen,
        AllowedWalks? foreseen, ref Verdicts verdicts)
    {
        if (!Tiles(dma, seen.Pieces)) return WalkJudge.Garbage(seen, ref verdicts);
        verdicts.Met(WalkRequirements.Capable);
        verdicts.Met(WalkRequirements.OwnBytes);
        var (fine, faulted) = (true, false);
        foreach (var piece in seen.Pieces.AsSpan())
        {
            if (piece.Outcome == PieceOutcome.Stray) fine &= Stray(piece, ref verdicts);
            else
            {
                // What a piece leaves behind may count for the next one.
                var allowed = piece.Offset.Value == 0 ? foreseen : null;
                fine &= Piece(state, format, dma, piece, allowed, ref faulted, ref verdicts);
            }
        }

        return fine ? After.Consistent : After.Resynchronised;
    }

    // The pieces cover the access without gaps, and none crosses a smallest page.
    private static bool Tiles(WalkOperation.Dma dma, ValueList<Piece> pieces)
    {
        var next = 0ul;
        foreach (var piece in pieces.AsSpan())
        {
            if (piece.Outcome == PieceOutcome.Stray) continue;
            if (piece.Offset.Value != next || next >= dma.Length.Value) return false;
            var most = Pieces.LengthAt(dma.At, dma.Length, piece.Offset).Value;
            if (piece.Length.Value == 0 || piece.Length.Value > most) return false;
            next += piece.Length.Value;
        }

        return next == dma.Length.Value;
    }

    private static bool Stray(Piece piece, ref Verdicts verdicts)
    {
        verdicts.Violate(
            WalkRequirements.OwnBytes, "memory", Deviation.Extra, "no byte besides its own changes",
            $"{piece.Length} bytes changed at {piece.At}");
        return false;
    }

    private static bool Piece(
        WalkState state, WalkFormat format, WalkOperation.Dma dma, Piece piece, AllowedWalks? foreseen,
        ref bool faulted, ref Verdicts verdicts)
    {
        var request = WalkRequest.Of(dma, piece.Offset);
        var allowed = foreseen ?? AllowedWalks.Of(state, format, request);
        var view = new AccessView(state, format, request, allowed, piece, faulted);
        var fine = true;
        if (allowed.IsAmbiguous)
        {
            verdicts.GiveUp();
        }
        else
        {
            AccessEvidence.Note(view, ref verdicts);
            fine = view.IsAllowed() || !AccessDeviation.Name(view, ref verdicts);
        }

        AccessTraces.Note(view, fine);
        faulted |= piece.Outcome == PieceOutcome.Blocked
            || (piece.Outcome == PieceOutcome.Unseen && allowed.MayFault);
        return fine;
    }
}
