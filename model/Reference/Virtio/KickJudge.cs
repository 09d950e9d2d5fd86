using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges what a device did when it was kicked.</summary>
internal static class KickJudge
{
    /// <summary>Judges it.</summary>
    public static After Judge(
        VirtioState state, VirtioOperation.Kick kick, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        var run = RingRun.Of(state.Model);
        if (verdicts.TakesEvidence) KickEvidence.Cell(state, ref verdicts);
        state.Told = state.Model.Memory.Made;
        if (run.Idle is Idle.No or Idle.Stopped or Idle.Refused) seen = DeviceArea.Without(state.Model, seen);
        if (state.IsOpen && run.Idle is Idle.No or Idle.Stopped) return OpenJudge.Judge(state, seen, ref verdicts);
        if (run.Idle == Idle.Refused || HasFailed(state, run, seen))
        {
            (state.IsOpen, state.OwesUsed) = (true, true);
            return OpenJudge.Judge(state, seen, ref verdicts);
        }

        state.HasOperated |= seen.Used.Count > 0;
        if (state.WasOff && run.Idle == Idle.No) verdicts.Met(Bus02);
        if (verdicts.TakesEvidence)
        {
            KickEvidence.Note(state, kick, run, ref verdicts);
            KickEvidence.Requests(seen.Used.Count, ref verdicts);
        }

        if (!state.IsPacked) return Compare(state, kick, run, seen, ref verdicts);
        var marked = Marked(seen, ref verdicts);
        var after = Compare(state, kick, run, marked, ref verdicts);
        return after == After.Consistent && marked != seen ? After.Resynchronised : after;
    }

    // 6.2: a device may fail to operate further if one of these is not accepted; it does not begin then.
    private static bool HasFailed(VirtioState state, DeviceRun run, VirtioObservation.Ran seen)
    {
        const VirtioFeatures Demanded = VirtioFeatures.Version1 | VirtioFeatures.AccessPlatform;
        if (state.HasOperated || run.Idle != Idle.No || run.Used.Count == 0) return false;
        var isDemanding = (state.Configuration.Offered & ~state.Accepted & Demanded) != 0;
        var isSame = ((seen.Value ^ run.Seen.Value) & ~VirtioStatus.NeedsReset) == 0;
        var isQuiet = seen is { Used.Count: 0, Written.Count: 0, Interrupted: false, Faults: null or { Count: 0 } };
        return isDemanding && isSame && isQuiet;
    }

    // The flag is judged by itself: what else is told goes on being judged.
    private static VirtioObservation.Ran Marked(VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (!seen.Used.Any(entry => entry.IsMarked != entry.Length.Value > 0)) return seen;
        if (seen.Used.FirstOrDefault(entry => !entry.IsMarked && entry.Length.Value > 0) is { Length.Value: > 0 } bare)
            verdicts.Violate(Use04, "flags", Deviation.Missing, "WRITE", $"{bare.Length} without it");
        return seen with { Used = [.. seen.Used.Select(entry => entry with { IsMarked = entry.Length.Value > 0 })] };
    }

    private static After Compare(
        VirtioState state, VirtioOperation.Kick kick, DeviceRun run, VirtioObservation.Ran seen,
        ref Verdicts verdicts)
    {
        if (seen == run.Seen)
        {
            state.Model.Commit(run);
            // There may be no status by which it says that it has stopped.
            var isSilent = run.Stops && !state.Configuration.TellsThatItStopped();
            (state.IsOpen, state.OwesUsed) = (state.IsOpen | isSilent, state.OwesUsed | isSilent);
            return After.Consistent;
        }

        if (run.RefusedTable && seen.Used.Count > run.Used.Count)
        {
            verdicts.Violate(Dsc01, "used", Deviation.Extra, $"{run.Used.Count} chains", $"{seen.Used.Count} chains");
            state.IsOpen = true;
            return After.Resynchronised;
        }

        var hasStopped = state.WasOff && (seen.Value & VirtioStatus.DriverOk) == 0;
        if (run.Idle != Idle.No || !(run.IsBlind || hasStopped)) return Differs(state, kick, run, seen, ref verdicts);

        // A device whose rings are out of reach, or one that says that it does not run: nothing more is owed.
        if (hasStopped)
            verdicts.Violate(Bus02, "status", Deviation.Missing, "DRIVER_OK", $"{seen.Value}");
        (state.IsOpen, state.OwesUsed) = (true, true);
        return OpenJudge.Judge(state, seen, ref verdicts);
    }

    private static After Differs(
        VirtioState state, VirtioOperation.Kick kick, DeviceRun run, VirtioObservation.Ran seen,
        ref Verdicts verdicts)
    {
        if (!WriteJudge.Judge(state, run, seen, ref verdicts)) return After.Lost;

        // What is told is judged by itself: all of it, and memory goes on being judged.
        var isTold = UsedJudge.Judge(state, kick, run, seen, ref verdicts)
            & Faults(state, run, seen, ref verdicts);
        var isNotified = InterruptJudge.Judge(state, run, seen, ref verdicts);

        // A device that made something of what is wrong has not stopped.
        var isStopped = run.Stops && seen.Used.Count <= run.Used.Count;
        var isTelling = state.Configuration.TellsThatItStopped() && !run.IsMisused;
        if (isStopped && isTelling && (seen.Value & VirtioStatus.NeedsReset) == 0)
        {
            verdicts.Violate(Err01, "status", Deviation.Missing, "NEEDS_RESET", $"{seen.Value}");
            isTold = false;
        }

        // What goes on after an error of the driver's is open; a used chain has to be told.
        state.Model.Commit(run);
        state.IsOpen |= !isTold || run.Stops || run.Faults.Count > 0 || seen.Value != run.Seen.Value
            || seen.Used.Count != run.Used.Count;
        state.OwesUsed |= run.Stops || run.IsBlind || seen.Used.Count < run.Used.Count;
        return isTold && isNotified ? After.Consistent : After.Resynchronised;
    }

    private static bool Faults(
        VirtioState state, DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        // Where nothing is recorded there is nothing to judge, and nothing is met.
        if (seen.Faults is not { } recorded) return true;

        // A device that refuses what it was given may do so before any access.
        if (run.HasFault && recorded.Count == 0 && (seen.Value & VirtioStatus.NeedsReset) == 0)
        {
            var page = run.Faults.Find(fault => !run.Spared.Contains(fault));
            verdicts.Violate(Flt01, "faults", Deviation.Missing, $"{page}", "nothing recorded");
            return false;
        }

        foreach (var page in recorded)
        {
            if (run.Faults.Contains(page) || page == state.Model.Ring?.PageStart()) continue;
            if (state.Described.Exists(d => Touches(d, page))) continue;
            verdicts.Violate(Flt02, "faults", Deviation.Foreign, "an address that was given", $"{page}");
            return false;
        }

        return true;
    }

    private static bool Touches(Descriptor descriptor, Iova page)
    {
        var first = descriptor.At.PageStart().Value;
        return unchecked(page.Value - first) < descriptor.At.Value - first + descriptor.Length.Value;
    }
}
