using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Judges what has arrived of a machine that was migrated.</summary>
internal static class MoveJudge
{
    public static After Move(DirtyState state, DirtyOperation.Move move, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DirtyObservation.Arrived { Lost: var lost }) return DirtyJudge.Garbage(seen, ref verdicts);
        if (state.Content.Count > 0) verdicts.Met(DirtyRequirements.Mov01);
        IovaRange? written = null;
        if (move.Meanwhile is { } meanwhile)
        {
            verdicts.Met(DirtyRequirements.Mov02);
            var write = new DirtyOperation.Write(meanwhile.Writer, meanwhile.At, meanwhile.Length);
            WriteJudge.Write(state, write, DirtyObservation.Done.Instance, ref verdicts);
            written = Ranges.Touched(meanwhile.At, meanwhile.Length);
        }

        foreach (var page in lost)
        {
            var isNew = written is { } range && range.Contains(page);
            verdicts.Violate(
                isNew ? DirtyRequirements.Mov02 : DirtyRequirements.Mov01, "page", Deviation.Missing,
                "every page as it was", $"{page} as it was before");
        }

        return lost.Count == 0 ? After.Consistent : After.Lost;
    }
}
