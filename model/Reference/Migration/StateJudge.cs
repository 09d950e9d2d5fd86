using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges what a device says its state is, and resets.</summary>
internal static class StateJudge
{
    public static After Get(MigrationState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Reported { State: var said })
            return MigrationJudge.Garbage(seen, ref verdicts);
        var blamed = BlamedFor(state.Cause);
        if (blamed is not null) verdicts.Met(blamed);
        var believed = state.Belief;
        state.Belief = believed.Only(said);
        state.Cause = Cause.Read;
        MigrationCover.Note(state, said, ref verdicts);
        if (!state.Belief.IsNone && state.Traits.Has(said)) return After.Consistent;
        state.Belief = Belief.Of(said, isAlive: true).Or(Belief.Of(said, isAlive: false));
        verdicts.Violate(
            blamed ?? MigrationRequirements.Asy01, "state", Deviation.WrongValue, Words.Of(believed), $"{said}");
        state.ForgetInternalState();
        return After.Resynchronised;
    }

    public static After Reset(MigrationState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Rst02);
        MigrationCover.Reset(state, ref verdicts);
        if (seen is MigrationObservation.Failed)
        {
            verdicts.Violate(
                MigrationRequirements.Rst02, "answer", Deviation.Missing, "the device is reset", seen.ToString());
            return After.Resynchronised;
        }

        if (state.Current is { } current && state.Belief.MayBeAlive) current.EndedByReset = true;
        state.Belief = Belief.Of(DeviceState.Running, isAlive: false);
        (state.Cause, state.MayFail) = (Cause.Reset, false);
        state.ForgetInternalState();
        Array.Clear(state.Config);
        Array.Clear(state.Vectors);
        return After.Consistent;
    }

    private static Requirement? BlamedFor(Cause cause) => cause switch
    {
        Cause.Moved => MigrationRequirements.Get01,
        Cause.Failed => MigrationRequirements.Fai01,
        Cause.Refused => MigrationRequirements.Ref02,
        Cause.Reset => MigrationRequirements.Rst01,
        Cause.Read or Cause.Start => MigrationRequirements.Asy01,
        _ => null,
    };
}
