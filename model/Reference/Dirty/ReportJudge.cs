using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Judges reports.</summary>
internal static class ReportJudge
{
    public static After Report(
        DirtyState state, DirtyOperation.Report report, Observation seen, ref Verdicts verdicts)
    {
        var window = new Window(Ranges.Of(report.At, report.Pages), report.Size);
        switch (seen)
        {
            case DirtyObservation.Refused: return Refused(state, window, report.Clears, ref verdicts);
            case DirtyObservation.Bitmap bitmap when new BitmapView(bitmap.Dirty).IsWellFormed:
                return Given(state, window, report.Clears, bitmap, ref verdicts);
            default: return DirtyJudge.Garbage(seen, ref verdicts);
        }
    }

    public static After Begin(
        DirtyState state, DirtyOperation.BeginReport begin, Observation seen, ref Verdicts verdicts)
    {
        var window = new Window(Ranges.Of(begin.At, begin.Pages), 0);
        if (seen is DirtyObservation.Refused) return Refused(state, window, clears: true, ref verdicts);
        if (seen is not DirtyObservation.Done) return DirtyJudge.Garbage(seen, ref verdicts);
        DirtyCover.Window(state, window, ref verdicts);
        state.Begun = (state.Step, window, new PageSet());
        return After.Consistent;
    }

    public static After End(DirtyState state, Observation seen, ref Verdicts verdicts)
    {
        var (step, window, allowed) = state.Begun!.Value;
        state.Begun = null;
        if (seen is DirtyObservation.Refused)
        {
            state.Excuse(window.Range);
            verdicts.Violate(DirtyRequirements.Win04, "answer", Deviation.Missing, "the bits", "refused");
            return After.Resynchronised;
        }

        if (seen is not DirtyObservation.Bitmap bitmap || !new BitmapView(bitmap.Dirty).IsWellFormed)
            return DirtyJudge.Garbage(seen, ref verdicts);
        var fine = Form(window, bitmap, ref verdicts);
        fine &= Losses(state, window, step, bitmap, ref verdicts);
        fine &= Excess(state, window, bitmap, allowed, ref verdicts);
        Account(state, window, step, bitmap);
        return fine ? After.Consistent : After.Resynchronised;
    }

    /// <summary>Nothing around the buffer is changed.</summary>
    public static bool Form(Window window, DirtyObservation.Bitmap bitmap, ref Verdicts verdicts)
    {
        verdicts.Met(DirtyRequirements.Win02);
        if (bitmap.GuardsHold && new BitmapView(bitmap.Dirty).IsWithin(window)) return true;
        verdicts.Violate(
            DirtyRequirements.Win02, "buffer", Deviation.Extra, "nothing around the buffer is changed",
            bitmap.GuardsHold ? "bits behind the window" : "the guard bytes are changed");
        return false;
    }

    /// <summary>Nothing is given that was not written.</summary>
    public static bool Excess(
        DirtyState state, Window window, DirtyObservation.Bitmap bitmap, PageSet allowed, ref Verdicts verdicts)
    {
        verdicts.Met(DirtyRequirements.Pre01);
        if (state.Cleaned.Ranges.Count > 0) verdicts.Met(DirtyRequirements.Clr01);
        if (new BitmapView(bitmap.Dirty).FirstBeyond(window.Runs(allowed)) is not { } bit) return true;
        var at = window.Range.First.Plus(bit.Value << (Page.Shift + window.Size));
        verdicts.Violate(
            state.Cleaned.Contains(at) ? DirtyRequirements.Clr01 : DirtyRequirements.Pre01, "page", Deviation.Extra,
            $"{at} was not written", "it is given");
        return true;
    }

    private static After Refused(DirtyState state, Window window, bool clears, ref Verdicts verdicts)
    {
        if (!state.IsOn)
        {
            if (state.Traits.RefusesWhenOff) verdicts.Met(DirtyRequirements.Off01);
            return After.Consistent;
        }

        var duty = WindowDuty.Of(state.Traits, state.Population, window);
        if (state.Notes.Exists(note => window.Range.Contains(note.Page) && Blame.IsBehindHole(state, note, window)))
            verdicts.Met(DirtyRequirements.Win05);
        if (clears) state.Excuse(window.Range);
        if (duty != Duty.Do) return After.Consistent;
        verdicts.Violate(DirtyRequirements.Win04, "answer", Deviation.Missing, "the bits", "refused");
        return After.Resynchronised;
    }

    private static After Given(
        DirtyState state, Window window, bool clears, DirtyObservation.Bitmap bitmap, ref Verdicts verdicts)
    {
        var fine = Form(window, bitmap, ref verdicts);
        if (!state.IsOn)
        {
            if (!state.Traits.RefusesWhenOff) return fine ? After.Consistent : After.Resynchronised;
            verdicts.Violate(DirtyRequirements.Off01, "answer", Deviation.Extra, "refused", "bits");
            return After.Resynchronised;
        }

        if (WindowDuty.Of(state.Traits, state.Population, window) == Duty.Do) verdicts.Met(DirtyRequirements.Win04);
        DirtyCover.Window(state, window, ref verdicts);
        fine &= Losses(state, window, state.Step, bitmap, ref verdicts);
        fine &= Excess(state, window, bitmap, Allowance.Of(state), ref verdicts);
        if (clears) Account(state, window, state.Step, bitmap);
        else state.Remember(Circumstances.Peeked, note => window.Range.Contains(note.Page));
        return fine ? After.Consistent : After.Resynchronised;
    }

    // What was written before the report began has to be in it.
    private static bool Losses(
        DirtyState state, Window window, int begun, DirtyObservation.Bitmap bitmap, ref Verdicts verdicts)
    {
        var view = new BitmapView(bitmap.Dirty);
        Requirement? broken = null;
        PageNote? lost = null;
        foreach (var note in state.Notes)
        {
            if (note.Since >= begun || !window.Range.Contains(note.Page)) continue;
            var required = Blame.Of(state, note, window);
            verdicts.Met(required);
            if (view.Has(window.Bit(note.Page)) || lost is not null) continue;
            (broken, lost) = (required, note);
        }

        if (lost is null) return true;
        verdicts.Violate(
            broken!, "page", Deviation.Missing, $"{lost.Page}, {Words.Written(lost.Since)}", "it is not given");
        return false;
    }

    // What is given, or had to be, is demanded no more; what a report overlapped and did not give, still is.
    private static void Account(DirtyState state, Window window, int begun, DirtyObservation.Bitmap bitmap)
    {
        var view = new BitmapView(bitmap.Dirty);
        for (var i = state.Notes.Count - 1; i >= 0; i--)
        {
            var note = state.Notes[i];
            if (!window.Range.Contains(note.Page))
            {
                note.Circumstances |= Circumstances.OtherReport;
                continue;
            }

            var overlapped = note.Since >= begun;
            if (overlapped && !view.Has(window.Bit(note.Page)))
            {
                note.Circumstances |= Circumstances.Overlapped;
                continue;
            }

            if (overlapped) state.May.Add(Ranges.Extend(note.Range, state.Traits.Granule));
            state.Notes.RemoveAt(i);
            state.Cleaned.Add(note.Range);
        }

        if (begun == state.Step) state.May.Remove(window.Range);
        foreach (var write in state.Writes) Cover(write, window, view);
    }

    private static void Cover(OpenWrite write, Window window, BitmapView view)
    {
        if (!write.Range.Overlaps(window.Range)) return;
        foreach (var page in Ranges.Pages(write.Range.Intersect(window.Range)))
        {
            var range = Ranges.Of(page, new PageCount(1));
            write.Covered.Add(range);
            if (view.Has(window.Bit(page))) write.Reported.Add(range);
        }
    }
}
