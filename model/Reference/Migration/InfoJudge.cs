using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges what is said to be left before the device stops.</summary>
internal static class InfoJudge
{
    public static After Judge(
        MigrationState state, MigrationOperation.PreCopyInfo info, Observation seen, ref Verdicts verdicts)
    {
        var session = state.Session(info.Session)!;
        var open = Liveness.Of(state, session);
        var isDue = open.Must && state.Belief.All(StateMachine.IsPreCopy);
        var isUndue = !open.May || state.Belief.All(static at => !StateMachine.IsPreCopy(at));
        session.LeftJustNow = null;
        switch (seen)
        {
            case MigrationObservation.Left left:
                if (isDue) Told(session, left, ref verdicts);
                else if (isUndue)
                    verdicts.Violate(
                        MigrationRequirements.Inf02, "answer", Deviation.Extra, "an error", left.ToString());
                return After.Consistent;
            case MigrationObservation.Failed:
                if (isUndue) verdicts.Met(MigrationRequirements.Inf02);
                if (!isDue) return After.Consistent;
                verdicts.Violate(
                    MigrationRequirements.Inf01, "answer", Deviation.Missing, "what is left", seen.ToString());
                return After.Resynchronised;
            default: return MigrationJudge.Garbage(seen, ref verdicts);
        }
    }

    private static void Told(Session session, MigrationObservation.Left left, ref Verdicts verdicts)
    {
        verdicts.Met(MigrationRequirements.Inf01);
        if (session.Read.Value == 0)
        {
            verdicts.Met(MigrationRequirements.Inf03);
            if (left.Initial.Value == 0)
                verdicts.Violate(
                    MigrationRequirements.Inf03, "initial", Deviation.Missing, "some initial data", "none");
        }

        if (session.Initial is { } before)
        {
            verdicts.Met(MigrationRequirements.Inf04);
            if (left.Initial.Value > before.Value)
                verdicts.Violate(
                    MigrationRequirements.Inf04, "initial", Deviation.Extra, $"at most {before}", $"{left.Initial}");
        }

        session.Initial = left.Initial;
        session.LeftJustNow = new ByteCount(ulong.CreateSaturating((UInt128)left.Initial.Value + left.Dirty.Value));
    }
}
