using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Judges what time brings, and refreshes of everything.</summary>
internal static class TimeJudge
{
    public static After Advance(DmaState state, DmaOperation.Advance advance, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DmaObservation.Done done) return DmaJudge.Garbage(seen, ref verdicts);
        state.Now = state.Now.Plus(advance.Time);
        var late = Late(state, ref verdicts);
        ActJudge.Follow(state, done.Acts, isMap: false, ref verdicts);
        var good = true;
        if (state.Flush is not null && done.Acts.Count > 0) WaitOn(state);
        foreach (var page in late)
        {
            if (state.Flush is null) state.Pages[page].IsWithheld = false;
            if (!good || !state.Machine.IsStale(page)) continue;
            verdicts.Violate(
                DmaRequirements.Fq07, "time", Deviation.Stale, "refreshed: the timeout has passed",
                $"a device still reaches {state.Machine.AddressOf(page)}");
            good = false;
        }

        return good ? After.Consistent : After.Resynchronised;
    }

    public static After Begin(DmaState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DmaObservation.Done done) return DmaJudge.Garbage(seen, ref verdicts);
        state.Flush = state.Step;
        ActJudge.Follow(state, done.Acts, isMap: false, ref verdicts);
        return After.Consistent;
    }

    public static After End(DmaState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DmaObservation.Done done) return DmaJudge.Garbage(seen, ref verdicts);
        ActJudge.Follow(state, done.Acts, isMap: false, ref verdicts);
        state.Flush = null;
        return After.Consistent;
    }

    // The timer went off while a refresh was held up, which may be the one that is counted for what waits: what waits
    // goes on to do so, and no timer is set for it.
    private static void WaitOn(DmaState state)
    {
        foreach (var page in state.Pages)
        {
            if (page.IsWithheld) page.UnmappedAt = new Instant(ulong.MaxValue);
        }
    }

    // The pages whose time is over with this step.
    private static List<int> Late(DmaState state, ref Verdicts verdicts)
    {
        var late = new List<int>();
        if (state.Configuration.Policy is not DmaPolicy.Lazy lazy) return late;
        for (var page = 0; page < state.Pages.Length; page++)
        {
            var note = state.Pages[page];
            if (!note.IsWithheld || note.UnmappedAt.Plus(lazy.Timeout).Nanoseconds > state.Now.Nanoseconds) continue;
            late.Add(page);
            if (state.Machine.IsStale(page)) verdicts.Met(DmaRequirements.Fq07);
            if (note.UnmappedAt.Plus(lazy.Timeout) == state.Now) verdicts.Cover(DmaCoverpoints.JustInTime);
        }

        return late;
    }
}
