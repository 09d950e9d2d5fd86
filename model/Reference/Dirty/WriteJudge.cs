using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Takes note of writes, and judges what can be read of them.</summary>
internal static class WriteJudge
{
    public static After Write(DirtyState state, DirtyOperation.Write write, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DirtyObservation.Done) return NotDone(seen, ref verdicts);
        verdicts.Met(DirtyRequirements.Cap01);
        var range = Ranges.Touched(write.At, write.Length);
        foreach (var page in Ranges.Pages(range))
        {
            state.Content[page] = state.Step;
            if (state.IsOn) Demand(state, write.Writer, page, range.First, Circumstances.None);
        }

        return After.Consistent;
    }

    public static After Begin(
        DirtyState state, DirtyOperation.BeginWrite begin, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DirtyObservation.Done) return NotDone(seen, ref verdicts);
        var range = Ranges.Touched(begin.At, begin.Length);
        state.Writes.Add(new OpenWrite(state.Step, begin.Writer, range, state.IsOn));
        state.Cleaned.Remove(Ranges.Extend(range, state.Traits.Granule));
        return After.Consistent;
    }

    public static After End(DirtyState state, DirtyOperation.EndWrite end, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DirtyObservation.Done) return NotDone(seen, ref verdicts);
        var write = state.Writes.Find(w => w.Step == end.Begun.Step)!;
        state.Writes.Remove(write);
        foreach (var page in Ranges.Pages(write.Range))
        {
            state.Content[page] = write.Step;
            if (!state.IsOn) continue;
            if (!write.IsLogged || write.Reported.Contains(page)) Allow(state, page);
            else Demand(state, write.Writer, page, write.Range.First, CircumstancesOf(write, page));
        }

        return After.Consistent;
    }

    public static After Copy(DirtyState state, DirtyOperation.Copy copy, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DirtyObservation.Content { Step: var read }) return DirtyJudge.Garbage(seen, ref verdicts);
        var page = copy.At.PageStart();
        var last = state.Content.TryGetValue(page, out var step) ? new Held(step) : (Held?)null;
        var open = state.WriteOn(page);
        if (open is not null && read?.Step == open.Step) return After.Consistent;
        verdicts.Met(DirtyRequirements.Cap01);
        if (read != last)
        {
            verdicts.Violate(
                DirtyRequirements.Cap01, "content", Deviation.WrongValue, Words.Written(last?.Step),
                Words.Written(read?.Step));
            return After.Lost;
        }

        // What was reported cannot be read yet: it has to be reported once more.
        if (open is null || !open.Reported.Contains(page)) return After.Consistent;
        var range = Ranges.Of(page, new PageCount(1));
        open.Reported.Remove(range);
        open.ReportedEarly.Add(range);
        return After.Consistent;
    }

    private static Circumstances CircumstancesOf(OpenWrite write, Iova page)
    {
        if (write.ReportedEarly.Contains(page)) return Circumstances.ReportedEarly;
        return write.Covered.Contains(page) ? Circumstances.Overlapped : Circumstances.None;
    }

    private static void Demand(DirtyState state, WriterId writer, Iova page, Iova first, Circumstances own)
    {
        if (page != first) own |= Circumstances.LaterPage;
        if (state.Starts > 1) own |= Circumstances.SecondLog;
        foreach (var mapping in state.Population.Mappings)
        {
            if (mapping.WhileLogging && mapping.Range.Contains(page)) own |= Circumstances.MappedLate;
        }

        if (state.Population.IsNarrowed(writer)) own |= Circumstances.Pinned;
        if (state.Note(page) is not { } note)
        {
            note = new PageNote { Page = page, Writer = writer };
            state.Notes.Add(note);
        }

        // Written once more: what has happened since the first time counts no more.
        (note.Writer, note.Since, note.Circumstances) = (writer, state.Step, own);
        if (state.Traits.Granule > 0) Allow(state, page);
        state.Cleaned.Remove(Ranges.Extend(note.Range, state.Traits.Granule));
    }

    // With a page all that is marked with it may be reported.
    private static void Allow(DirtyState state, Iova page) =>
        state.May.Add(Ranges.Extend(Ranges.Of(page, new PageCount(1)), state.Traits.Granule));

    private static After NotDone(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(DirtyRequirements.Cap01, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Lost;
    }
}
