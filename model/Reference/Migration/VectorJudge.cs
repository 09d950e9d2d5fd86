using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges where interrupts arrive.</summary>
internal static class VectorJudge
{
    public static After Set(
        MigrationState state, MigrationOperation.SetVector set, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        var isDone = seen is MigrationObservation.Done;
        state.Vectors[set.Vector.Value] = new VectorState(isDone, set.Line);
        if (state.Belief.Has(DeviceState.Error)) return After.Consistent;
        verdicts.Met(MigrationRequirements.Cfg02);
        if (isDone) return After.Consistent;
        verdicts.Violate(MigrationRequirements.Cfg02, "answer", Deviation.Missing, "done", seen.ToString());
        return After.Resynchronised;
    }

    public static After Raise(
        MigrationState state, MigrationOperation.Raise raise, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Arrived or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        if (!Touch.IsFine(state, Toucher.User))
        {
            state.Disturb();
            return After.Consistent;
        }

        var vector = state.Vectors[raise.Vector.Value];
        var line = (seen as MigrationObservation.Arrived)?.Line;
        if (!vector.IsKnown) return After.Consistent;
        verdicts.Met(MigrationRequirements.Cfg03);
        if (line == vector.Line && seen is MigrationObservation.Arrived) return After.Consistent;
        verdicts.Violate(
            MigrationRequirements.Cfg03, "line", Deviation.WrongValue, Words.Of(vector.Line), seen.ToString());
        return After.Resynchronised;
    }
}
