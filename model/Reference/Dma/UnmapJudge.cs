using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Judges unmaps.</summary>
internal static class UnmapJudge
{
    public static After Unmap(DmaState state, DmaOperation.Unmap unmap, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(DmaRequirements.Fq06);
        if (seen is DmaObservation.Failed failed)
        {
            verdicts.Violate(DmaRequirements.Fq06, "answer", Deviation.Missing, "done", failed.Why.ToString());
            return After.Lost;
        }

        if (seen is not DmaObservation.Done done) return DmaJudge.Garbage(seen, ref verdicts);
        var mapping = state.Mapping(unmap.Mapped.Step)!;
        var log = ActJudge.Follow(state, done.Acts, isMap: false, ref verdicts);
        var isLazy = state.Configuration.Policy is DmaPolicy.Lazy;
        if (isLazy && HasRefresh(done.Acts)) verdicts.Cover(DmaCoverpoints.FullQueue);
        if (state.Flush is not null) verdicts.Cover(DmaCoverpoints.DuringFlush);
        mapping.IsLive = false;
        var good = log.Installed.Count == 0;
        for (var page = mapping.First; page < mapping.First + mapping.Entries.Length; page++)
        {
            good &= IsGone(state, page, isLazy, ref verdicts);
            Leave(state, state.Pages[page], isLazy);
        }

        return good ? After.Consistent : After.Resynchronised;
    }

    private static bool IsGone(DmaState state, int page, bool isLazy, ref Verdicts verdicts)
    {
        verdicts.Met(DmaRequirements.Fq01);
        var isValid = state.Machine.Table(page) is not null;
        state.Machine.Clear(page);
        if (isValid)
        {
            verdicts.Violate(
                DmaRequirements.Fq01, "entry", Deviation.Stale, "not valid",
                $"{state.Machine.AddressOf(page)} is valid");
            return false;
        }

        if (isLazy) return true;
        verdicts.Met(DmaRequirements.Fq02);
        if (!state.Machine.IsStale(page)) return true;
        verdicts.Violate(
            DmaRequirements.Fq02, "device", Deviation.Stale, "no device reaches the page",
            $"a device was not refreshed for {state.Machine.AddressOf(page)}");
        return false;
    }

    private static void Leave(DmaState state, DmaPage page, bool isLazy)
    {
        page.UnmappedAt = state.Now;
        page.IsWithheld = isLazy;
        page.DuringFlush = state.Flush is not null;
        page.SinceRetry = false;
    }

    private static bool HasRefresh(ValueList<DmaAct> acts)
    {
        foreach (var act in acts.AsSpan())
        {
            if (act is DmaAct.Refresh) return true;
        }

        return false;
    }
}
