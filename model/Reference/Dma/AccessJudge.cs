using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Judges what devices reach.</summary>
internal static class AccessJudge
{
    public static After Access(DmaState state, DmaOperation.Access access, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (DmaObservation.Reached or DmaObservation.Blocked))
            return DmaJudge.Garbage(seen, ref verdicts);
        var page = state.Mapping(access.Mapped.Step)!.First + access.Place;
        var (now, copy) = (state.Machine.Table(page), state.Machine.Copy((int)access.Device.Value, page));
        Meet(access, now, copy, ref verdicts);
        var good = seen is DmaObservation.Reached reached
            ? Reaches(access, now, copy, reached.Frame, ref verdicts)
            : Blocks(access, now, ref verdicts);
        return good ? After.Consistent : After.Resynchronised;
    }

    private static void Meet(DmaOperation.Access access, DmaEntry? now, DmaEntry? copy, ref Verdicts verdicts)
    {
        verdicts.Met(DmaRequirements.Fq03);
        if (now is null) verdicts.Cover(copy is null ? DmaCoverpoints.After : DmaCoverpoints.Between);
        if (now is null && copy is null) verdicts.Met(DmaRequirements.Fq09);
        if (now is { } entry && (entry.Writable || !access.IsWrite)) verdicts.Met(DmaRequirements.Map01);
        if (access.IsWrite && copy is { Writable: false }) verdicts.Met(DmaRequirements.Map11);
    }

    // What a device may reach: what is mapped, or what it has not been refreshed for.
    private static bool Reaches(
        DmaOperation.Access access, DmaEntry? now, DmaEntry? copy, Gpa frame, ref Verdicts verdicts)
    {
        var entry = now is { } valid && valid.Frame == frame ? now
            : copy is { } held && held.Frame == frame ? copy
            : null;
        if (entry is { Writable: false } && access.IsWrite)
        {
            verdicts.Violate(DmaRequirements.Map11, "outcome", Deviation.Extra, "blocked", $"written to {frame}");
            return false;
        }

        if (entry is not null) return true;
        var isGone = now is null && copy is null;
        verdicts.Violate(
            isGone ? DmaRequirements.Fq09 : DmaRequirements.Fq03, "outcome",
            isGone ? Deviation.Stale : Deviation.Foreign, isGone ? "blocked" : $"{(now ?? copy)!.Value.Frame}",
            frame.ToString());
        return false;
    }

    private static bool Blocks(DmaOperation.Access access, DmaEntry? now, ref Verdicts verdicts)
    {
        if (now is not { } entry || (access.IsWrite && !entry.Writable)) return true;
        verdicts.Violate(DmaRequirements.Map01, "outcome", Deviation.Missing, entry.Frame.ToString(), "blocked");
        return false;
    }
}
