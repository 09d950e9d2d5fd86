using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges what a device did when it was kicked.</summary>
internal static class KickJudge
{
    public static After Judge(VirtioState state, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (state.IsOpen) return After.Consistent;
        var run = RingRun.Of(state.Model);
        if (verdicts.TakesEvidence) KickEvidence.Note(state, run, ref verdicts);
        if (seen == run.Seen)
        {
            state.Model.Commit(run);
            return After.Consistent;
        }

        return Differs(state, run, seen, ref verdicts);
    }

    private static After Differs(
        VirtioState state, DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        var isSafe = WriteJudge.Judge(state, run, seen, ref verdicts)
            & UsedJudge.Judge(run, seen, ref verdicts) & Faults(run, seen, ref verdicts);
        if (!isSafe) return After.Lost;

        // What goes on after an error of the driver's is open; a used chain has to be told.
        state.Model.Commit(run);
        if (seen.Used.Count > 0 && state.Model.WantsInterrupts && !seen.Interrupted)
        {
            verdicts.Violate(Not01, "interrupt", Deviation.Missing, "an interrupt", "none");
            return After.Resynchronised;
        }

        if (run.Stops && (seen.Value & VirtioStatus.NeedsReset) == 0)
        {
            verdicts.Violate(Err01, "status", Deviation.Missing, "NEEDS_RESET", $"{seen.Value}");
            state.IsOpen = true;
            return After.Resynchronised;
        }

        state.IsOpen |= run.Stops || run.Faults.Count > 0 || seen.Value != run.Seen.Value
            || seen.Used.Count != run.Used.Count;
        return After.Consistent;
    }

    private static bool Faults(DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (run.Faults.Count > 0 && seen.Faults.Count == 0)
        {
            verdicts.Violate(Flt01, "faults", Deviation.Missing, $"{run.Faults[0]}", "nothing recorded");
            return false;
        }

        foreach (var page in seen.Faults)
        {
            if (run.Faults.Contains(page) || run.Descriptors.Exists(d => Touches(d, page))) continue;
            verdicts.Violate(Flt02, "faults", Deviation.Foreign, "an address that was given", $"{page}");
            return false;
        }

        return true;
    }

    private static bool Touches(Descriptor descriptor, Iova page) => descriptor.At.PageStart().Value <= page.Value
        && page.Value < descriptor.At.Value + descriptor.Length.Value;
}
