using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges what a device does on its own.</summary>
internal static class WorkJudge
{
    private const DeviceWork Dma = DeviceWork.Memory | DeviceWork.Peer;

    public static After Start(
        MigrationState state, MigrationOperation.StartWork start, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        if (!Touch.IsFine(state, Toucher.User))
        {
            state.Disturb();
            return After.Consistent;
        }

        verdicts.Met(MigrationRequirements.Act04);
        state.Work = seen is MigrationObservation.Done ? start.Work : null;
        if (seen is MigrationObservation.Done) return After.Consistent;
        verdicts.Violate(MigrationRequirements.Act04, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Resynchronised;
    }

    public static After Watch(MigrationState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Active { Work: var work })
            return MigrationJudge.Garbage(seen, ref verdicts);
        var belief = state.Belief;
        var violated = false;
        if (belief.All(StateMachine.IsStopped))
        {
            violated |= Forbid(state.Work, MigrationRequirements.Act01, Dma, work, ref verdicts);
            violated |= Forbid(state.Work, MigrationRequirements.Act02, DeviceWork.Interrupts, work, ref verdicts);
        }
        else if (belief.All(StateMachine.IsQuiescent))
        {
            var forbidden = state.Traits.TellsPeersApart ? DeviceWork.Peer : Dma;
            violated |= Forbid(state.Work, MigrationRequirements.Act03, forbidden, work, ref verdicts);
        }
        else if (belief.All(StateMachine.IsRunning))
        {
            violated |= Demand(state.Work, work, ref verdicts);
            if (violated) state.Work = work;
        }

        return violated ? After.Resynchronised : After.Consistent;
    }

    // Evidence is a device that has such work to do; one that has none proves nothing.
    internal static bool Forbid(
        DeviceWork? known, Requirement requirement, DeviceWork forbidden, DeviceWork seen, ref Verdicts verdicts)
    {
        if (((known ?? DeviceWork.None) & forbidden) != 0) verdicts.Met(requirement);
        if ((seen & forbidden) == 0) return false;
        verdicts.Violate(requirement, "work", Deviation.Extra, "none", $"{seen & forbidden}");
        return true;
    }

    internal static bool Demand(DeviceWork? known, DeviceWork seen, ref Verdicts verdicts)
    {
        if (known is not { } work || work == DeviceWork.None) return false;
        verdicts.Met(MigrationRequirements.Act04);
        if ((work & ~seen) == 0) return false;
        verdicts.Violate(MigrationRequirements.Act04, "work", Deviation.Missing, $"{work}", $"{seen}");
        return true;
    }
}
