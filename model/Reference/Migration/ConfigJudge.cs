using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges accesses to the configuration space, which no migration touches.</summary>
internal static class ConfigJudge
{
    public static After Write(
        MigrationState state, MigrationOperation.WriteConfig write, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        var isDone = seen is MigrationObservation.Done;
        state.Config[write.Register.Value] = isDone ? write.Value : null;
        state.HasLoaded = false;
        return Accessed(state, isDone, seen, ref verdicts);
    }

    public static After Read(
        MigrationState state, MigrationOperation.ReadConfig read, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Holds or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        var known = state.Config[read.Register.Value];
        var value = (seen as MigrationObservation.Holds)?.Value;
        state.Config[read.Register.Value] = value ?? known;
        if (Accessed(state, value is not null, seen, ref verdicts) != After.Consistent) return After.Resynchronised;
        if (known is null || value is null) return After.Consistent;
        var required = state.HasLoaded ? MigrationRequirements.Cfg04 : MigrationRequirements.Cfg01;
        verdicts.Met(required);
        if (known == value) return After.Consistent;
        verdicts.Violate(required, "value", Deviation.WrongValue, $"{known}", $"{value}");
        return After.Resynchronised;
    }

    private static After Accessed(MigrationState state, bool isDone, Observation seen, ref Verdicts verdicts)
    {
        if (state.Belief.Has(DeviceState.Error)) return After.Consistent;
        verdicts.Met(MigrationRequirements.Cfg01);
        if (isDone) return After.Consistent;
        verdicts.Violate(MigrationRequirements.Cfg01, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Resynchronised;
    }
}
