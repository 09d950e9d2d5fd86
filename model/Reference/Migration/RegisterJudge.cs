using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges accesses to the words of internal state.</summary>
internal static class RegisterJudge
{
    public static After Write(
        MigrationState state, MigrationOperation.WriteRegister write, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        if (!Touch.IsFine(state, write.By))
        {
            state.Disturb();
            return After.Consistent;
        }

        var required = Required(state, write.By);
        verdicts.Met(required);
        var register = (int)write.Register.Value;
        state.Registers[register] = seen is MigrationObservation.Done ? write.Value : null;
        state.Origins[register] =
            required == MigrationRequirements.Mio02 ? Origin.WrittenWhenQuiescent : Origin.Written;
        if (seen is MigrationObservation.Done) return After.Consistent;
        verdicts.Violate(required, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Resynchronised;
    }

    public static After Read(
        MigrationState state, MigrationOperation.ReadRegister read, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Holds or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        if (!Touch.IsFine(state, Toucher.User))
        {
            state.Disturb();
            return After.Consistent;
        }

        var register = (int)read.Register.Value;
        var (known, origin) = (state.Registers[register], state.Origins[register]);
        var required = known is null ? MigrationRequirements.Mio01 : Required(origin);
        if (known is not null) verdicts.Met(required);
        var value = (seen as MigrationObservation.Holds)?.Value;
        state.Registers[register] = value;
        if (known is null) state.Origins[register] = Origin.Written;
        if (value is not null && (known is null || known == value)) return After.Consistent;
        verdicts.Violate(required, "value", Deviation.WrongValue, $"{known}", seen.ToString());
        return After.Resynchronised;
    }

    private static Requirement Required(MigrationState state, Toucher by) =>
        by == Toucher.Peer && state.Belief.All(StateMachine.IsQuiescent)
            ? MigrationRequirements.Mio02
            : MigrationRequirements.Mio01;

    private static Requirement Required(Origin origin) => origin switch
    {
        Origin.Loaded => MigrationRequirements.Res03,
        Origin.Kept => MigrationRequirements.Kep01,
        Origin.WrittenWhenQuiescent => MigrationRequirements.Mio02,
        _ => MigrationRequirements.Mio01,
    };
}
