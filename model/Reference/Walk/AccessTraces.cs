using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>Notes the records and the marks that a piece of an access may or must leave.</summary>
internal static class AccessTraces
{
    public static void Note(AccessView view, bool fine)
    {
        var reached = view.Piece.Outcome == PieceOutcome.Landed;
        if (!reached && view.Allowed.MayFault)
            view.State.NoteBlocked(view.Request.Requester, view.Request.At.PageStart());
        Mark(view, reached && fine && !view.Allowed.IsAmbiguous);
        if (reached && fine) return;
        var (faults, silenced) = (new List<WalkFault>(), new List<WalkFault>());
        foreach (var result in view.Allowed.Results)
        {
            if (result.Fault is { } fault) (fault.Logging == Logging.Never ? silenced : faults).Add(fault);
        }

        var isOpen = view.Allowed.IsAmbiguous || view.Faulted || !fine
            || (view.Piece.Outcome == PieceOutcome.Blocked && view.ReachesOutside)
            || (view.Piece.Outcome == PieceOutcome.Unseen && view.Keeps is not null);
        if (!isOpen && silenced.Count > 0) view.State.Ledger.NoteSilenced(Record(view, silenced, false));
        if (faults.Count == 0 && !isOpen) return;
        view.State.Ledger.Note(Record(view, isOpen ? [] : faults, !isOpen && IsCertain(view, faults)));
    }

    private static ExpectedRecord Record(AccessView view, List<WalkFault> faults, bool certain) => new(
        view.Request, view.Format.PagesOf(view.State.Configuration.Unit, view.Request.At), [.. faults], certain);

    // Nobody knows which entries were used; but hardly any that no walk has come across.
    private static void MarkAnywhere(AccessView view)
    {
        if (view.Format.MarkBits == default) return;
        foreach (var at in view.State.Memory.Written)
        {
            var history = view.State.Memory.Enter(at);
            history.IsMarked |= history.IsEntry;
            history.MayMark = new Word(history.MayMark.Value | view.Format.MarkBits.Value);
        }
    }

    // It faulted for sure, and whichever way it did has to be recorded.
    private static bool IsCertain(AccessView view, List<WalkFault> faults)
    {
        if (view.Piece.Outcome != PieceOutcome.Blocked && !view.Allowed.MustFault) return false;
        if (view.ReachesOutside) return false;
        foreach (var result in view.Allowed.Results)
        {
            if (result.Fault is { Logging: not Logging.Must }) return false;
        }

        return faults.Count > 0;
    }

    private static void Mark(AccessView view, bool certain)
    {
        if (view.Allowed.IsAmbiguous) MarkAnywhere(view);
        foreach (var (at, bits, must) in view.Allowed.Marks)
        {
            var history = view.State.Memory.Enter(at);
            history.IsMarked = true;
            var uncertain = history.MayMark.Value & ~history.MustMark.Value;
            history.MayMark = new Word(history.MayMark.Value | bits.Value);
            if (must && certain) history.MustMark = new Word(history.MustMark.Value | (bits.Value & ~uncertain));
        }
    }
}
