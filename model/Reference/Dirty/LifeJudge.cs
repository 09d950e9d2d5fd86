using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Judges starts and stops, mappings, pins, and devices that come and go.</summary>
internal static class LifeJudge
{
    public static After Start(DirtyState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (DirtyObservation.Done or DirtyObservation.Refused))
            return DirtyJudge.Garbage(seen, ref verdicts);
        if (state.IsOn) return Again(state, seen, ref verdicts);
        if (!Demand(DirtyRequirements.Sta01, seen, ref verdicts)) return After.Lost;
        state.IsOn = true;
        state.Starts++;
        Empty(state);
        foreach (var write in state.Writes) write.IsLogged = false;
        if (state.Traits.StartsDirty) state.AllowAllMapped();
        return After.Consistent;
    }

    public static After Stop(DirtyState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (DirtyObservation.Done or DirtyObservation.Refused))
            return DirtyJudge.Garbage(seen, ref verdicts);
        if (!state.IsOn) return After.Consistent;
        if (!Demand(DirtyRequirements.Sta01, seen, ref verdicts)) return After.Resynchronised;
        state.IsOn = false;
        Empty(state);
        return After.Consistent;
    }

    public static After Map(DirtyState state, DirtyOperation.Map map, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (DirtyObservation.Done or DirtyObservation.Refused))
            return DirtyJudge.Garbage(seen, ref verdicts);
        if (!Demand(DirtyRequirements.Map02, seen, ref verdicts)) return After.Resynchronised;
        var range = Ranges.Of(map.At, map.Pages);
        state.Population.Map(new TrackedMapping(range, state.IsOn));
        foreach (var page in state.Content.Keys.Where(range.Contains).ToList()) state.Content.Remove(page);
        if (state.IsOn && state.Traits.StartsDirty) state.May.Add(range);
        return After.Consistent;
    }

    public static After Unmap(DirtyState state, DirtyOperation.Unmap unmap, Observation seen, ref Verdicts verdicts)
    {
        if (!IsAnswer(unmap, seen)) return DirtyJudge.Garbage(seen, ref verdicts);
        if (!Demand(DirtyRequirements.Unm03, seen, ref verdicts)) return After.Resynchronised;
        var range = state.Population.Mapping(unmap.At)!.Value.Range;
        var fine = seen is not DirtyObservation.Bitmap bitmap || Given(state, range, bitmap, ref verdicts);
        if (unmap.Reports || !state.Traits.OutlivesMapping) Drop(state, range);
        else Keep(state, range);
        state.Population.Unmap(range);
        return fine ? After.Consistent : After.Resynchronised;
    }

    public static After Pin(DirtyState state, DirtyOperation.Pin pin, Observation seen, ref Verdicts verdicts)
    {
        if (!IsDone(seen, ref verdicts)) return After.Lost;
        var wasNarrowed = state.Population.IsNarrowed(pin.Writer);
        state.Population.Pin(new PinnedPages(state.Step, pin.Writer, Ranges.Of(pin.At, pin.Pages)));
        if (wasNarrowed || !state.Population.IsNarrowed(pin.Writer) || !state.IsOn) return After.Consistent;
        state.Remember(Circumstances.WriterNarrowed, note => note.Writer == pin.Writer);
        state.AllowAllMapped();
        return After.Consistent;
    }

    public static After Unpin(DirtyState state, DirtyOperation.Unpin unpin, Observation seen, ref Verdicts verdicts)
    {
        if (!IsDone(seen, ref verdicts)) return After.Lost;
        foreach (var pin in state.Population.Pins)
        {
            if (pin.Step == unpin.Pinned.Step && state.IsOn) state.May.Add(pin.Range);
        }

        state.Population.Pins.RemoveAll(pin => pin.Step == unpin.Pinned.Step);
        return After.Consistent;
    }

    public static After Attach(DirtyState state, WriterId writer, Observation seen, ref Verdicts verdicts)
    {
        if (!IsDone(seen, ref verdicts)) return After.Lost;
        state.Population.Attach(writer);
        return After.Consistent;
    }

    public static After Detach(DirtyState state, WriterId writer, Observation seen, ref Verdicts verdicts)
    {
        if (!IsDone(seen, ref verdicts)) return After.Lost;
        if (state.IsOn)
        {
            state.Remember(Circumstances.WriterLeft, note => note.Writer == writer);
            foreach (var pin in state.Population.Pins) state.May.Add(pin.Range);
            if (state.Population.KindOf(writer) == WriterKind.Unseen) state.AllowAllMapped();
        }

        state.Population.Detach(writer);
        return After.Consistent;
    }

    private static After Again(DirtyState state, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(DirtyRequirements.Sta02);
        var refused = seen is DirtyObservation.Refused;
        if (state.Traits.SecondStart == SecondStart.Clears && !refused)
        {
            state.AllowAllMapped();
            foreach (var note in state.Notes) state.May.Add(note.Range);
            state.Notes.Clear();
            foreach (var write in state.Writes) write.IsLogged = false;
            return After.Consistent;
        }

        state.Remember(Circumstances.StartedAgain, static _ => true);
        if (refused == (state.Traits.SecondStart == SecondStart.Refuses)) return After.Consistent;
        verdicts.Violate(
            DirtyRequirements.Sta02, "answer", refused ? Deviation.Missing : Deviation.Extra,
            refused ? "done" : "refused", refused ? "refused" : "done");
        return After.Resynchronised;
    }

    private static bool Given(DirtyState state, IovaRange range, DirtyObservation.Bitmap bitmap, ref Verdicts verdicts)
    {
        var (view, window) = (new BitmapView(bitmap.Dirty), new Window(range, 0));
        var fine = ReportJudge.Form(window, bitmap, ref verdicts);
        if (!state.IsOn) return fine;
        foreach (var note in state.Notes)
        {
            if (!range.Contains(note.Page)) continue;
            verdicts.Met(DirtyRequirements.Unm01);
            if (view.Has(window.Bit(note.Page))) continue;
            verdicts.Violate(
                DirtyRequirements.Unm01, "page", Deviation.Missing, $"{note.Page} was written", "it is not given");
            return false;
        }

        return ReportJudge.Excess(state, window, bitmap, Allowance.Of(state), ref verdicts) && fine;
    }

    private static bool IsAnswer(DirtyOperation.Unmap unmap, Observation seen) => seen switch
    {
        DirtyObservation.Bitmap bitmap => unmap.Reports && new BitmapView(bitmap.Dirty).IsWellFormed,
        DirtyObservation.Done => !unmap.Reports,
        DirtyObservation.Refused => true,
        _ => false,
    };

    private static void Empty(DirtyState state)
    {
        state.Notes.Clear();
        state.May.Clear();
        state.Cleaned.Clear();
    }

    private static void Keep(DirtyState state, IovaRange range)
    {
        state.Remember(Circumstances.Unmapped, note => range.Contains(note.Page));
        if (state.Population.HasUnseen) state.May.Add(range);
        foreach (var pin in state.Population.Pins)
        {
            if (pin.Range.Overlaps(range)) state.May.Add(pin.Range);
        }
    }

    private static void Drop(DirtyState state, IovaRange range)
    {
        state.Notes.RemoveAll(note => range.Contains(note.Page));
        state.May.Remove(range);
        state.Cleaned.Remove(range);
    }

    private static bool Demand(Requirement requirement, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        if (seen is not DirtyObservation.Refused) return true;
        verdicts.Violate(requirement, "answer", Deviation.Missing, "done", "refused");
        return false;
    }

    private static bool IsDone(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(DirtyRequirements.Cap01);
        if (seen is DirtyObservation.Done) return true;
        verdicts.Violate(DirtyRequirements.Cap01, "answer", Deviation.Missing, "done", seen.ToString());
        return false;
    }
}
