using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The judge of devices of the first version of the interface.</summary>
public static class RegionJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(
        RegionState state, MigrationOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (verdicts.Plans) RegionSteps.Do(state.Model, operation, state.Step);
        var after = seen is Unsupported unsupported
            ? MigrationJudge.NotSupported(unsupported, ref verdicts)
            : Of(state, operation, seen, ref verdicts);
        state.Step++;
        return after;
    }

    private static After Of(
        RegionState state, MigrationOperation operation, Observation seen, ref Verdicts verdicts) =>
        operation switch
        {
            MigrationOperation.ReadField { Field: RegionField.DeviceState } =>
                RegionChangeJudge.Get(state, seen, ref verdicts),
            MigrationOperation.ReadField { Field: RegionField.Reserved } => Reserved(seen, ref verdicts),
            MigrationOperation.ReadField read => SegmentJudge.Field(state, read.Field, seen, ref verdicts),
            MigrationOperation.SetBits set => RegionChangeJudge.Set(state, set.To, seen, ref verdicts),
            MigrationOperation.Reset => RegionChangeJudge.Reset(state, seen, ref verdicts),
            MigrationOperation.CopyOut => SegmentJudge.CopyOut(state, seen, ref verdicts),
            MigrationOperation.CopyIn copy => SegmentJudge.CopyIn(state, copy, seen, ref verdicts),
            MigrationOperation.WriteRegister write => Write(state, write, seen, ref verdicts),
            MigrationOperation.ReadRegister read => Read(state, read, seen, ref verdicts),
            MigrationOperation.StartWork start => Start(state, start, seen, ref verdicts),
            MigrationOperation.Watch => Watch(state, seen, ref verdicts),
            MigrationOperation.FailNext => FailNext(state, seen, ref verdicts),
            MigrationOperation.WriteReserved when seen is MigrationObservation.Done or MigrationObservation.Failed =>
                After.Consistent,
            _ => MigrationJudge.Garbage(seen, ref verdicts),
        };

    private static After Reserved(Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Holds or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Win04);
        if (seen is MigrationObservation.Holds { Value.Value: 0 }) return After.Consistent;
        verdicts.Violate(MigrationRequirements.Win04, "value", Deviation.WrongValue, "zero", seen.ToString());
        return After.Resynchronised;
    }

    private static After FailNext(RegionState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Done) return MigrationJudge.Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Cap01);
        state.MayFail = true;
        return After.Consistent;
    }

    private static After Write(
        RegionState state, MigrationOperation.WriteRegister write, Observation seen, ref Verdicts verdicts)
    {
        state.Registers[write.Register.Value] = seen is MigrationObservation.Done ? write.Value : null;
        state.Origins[write.Register.Value] = Origin.Written;
        state.Pending = null;
        return Accessed(MigrationRequirements.Mio01, seen, ref verdicts);
    }

    private static After Read(
        RegionState state, MigrationOperation.ReadRegister read, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Holds or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        var (known, origin) = (state.Registers[read.Register.Value], state.Origins[read.Register.Value]);
        var required = known is not null && origin == Origin.Loaded
            ? MigrationRequirements.Win05
            : MigrationRequirements.Mio01;
        if (known is not null) verdicts.Met(required);
        var value = (seen as MigrationObservation.Holds)?.Value;
        state.Registers[read.Register.Value] = value;
        if (known is null) state.Origins[read.Register.Value] = Origin.Written;
        if (value is not null && (known is null || known == value)) return After.Consistent;
        verdicts.Violate(required, "value", Deviation.WrongValue, $"{known}", seen.ToString());
        return After.Resynchronised;
    }

    private static After Start(
        RegionState state, MigrationOperation.StartWork start, Observation seen, ref Verdicts verdicts)
    {
        state.Work = seen is MigrationObservation.Done ? start.Work : null;
        return Accessed(MigrationRequirements.Act04, seen, ref verdicts);
    }

    private static After Accessed(Requirement required, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        verdicts.Met(required);
        if (seen is MigrationObservation.Done) return After.Consistent;
        verdicts.Violate(required, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Resynchronised;
    }

    // Whether a device that runs with NDMA may raise interrupts is where the two drafts differ: either is accepted.
    private static After Watch(RegionState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Active { Work: var work })
            return MigrationJudge.Garbage(seen, ref verdicts);
        const DeviceWork Dma = DeviceWork.Memory | DeviceWork.Peer;
        var violated = false;
        if (state.Belief.All(static word => !RegionWord.Runs(word) && !RegionWord.IsError(word)))
        {
            violated |= WorkJudge.Forbid(state.Work, MigrationRequirements.Act01, Dma, work, ref verdicts);
            violated |= WorkJudge.Forbid(
                state.Work, MigrationRequirements.Act02, DeviceWork.Interrupts, work, ref verdicts);
        }
        else if (state.Belief.All(static word => RegionWord.Runs(word) && (word & RegionBits.NoDma) != 0))
        {
            violated |= WorkJudge.Forbid(state.Work, MigrationRequirements.Ndm01, Dma, work, ref verdicts);
        }
        else if (state.Belief.All(static word => RegionWord.Runs(word) && (word & RegionBits.NoDma) == 0))
        {
            violated |= WorkJudge.Demand(state.Work, work, ref verdicts);
            if (violated) state.Work = work;
        }

        return violated ? After.Resynchronised : After.Consistent;
    }
}
