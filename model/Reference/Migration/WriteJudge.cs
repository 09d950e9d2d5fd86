using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges writes to a session that loads.</summary>
internal static class WriteJudge
{
    public static After Judge(
        MigrationState state, MigrationOperation.Write write, Observation seen, ref Verdicts verdicts)
    {
        var session = state.Session(write.Session)!;
        var open = Liveness.Of(state, session);
        return seen switch
        {
            MigrationObservation.Transferred taken =>
                Taken(state, session, open, write, taken.Count, ref verdicts),
            MigrationObservation.Failed => Failed(state, session, open, write, seen, ref verdicts),
            _ => MigrationJudge.Garbage(seen, ref verdicts),
        };
    }

    private static After Taken(
        MigrationState state, Session session, Liveness open, MigrationOperation.Write write, ByteCount count,
        ref Verdicts verdicts)
    {
        // Only a write by a handle tells how much was taken.
        if (state.HasHandles) verdicts.Met(MigrationRequirements.Str02);
        var left = session.LeftOf(state.Session(write.Source)!).Value - write.Skip.Value;
        var most = Math.Min(write.Length.Value, left);
        if (count.Value > most)
        {
            verdicts.Violate(MigrationRequirements.Str02, "count", Deviation.Extra, $"at most {most}", $"{count}");
            return After.Lost;
        }

        if (!open.May)
        {
            verdicts.Violate(Liveness.Ended(session), "data", Deviation.Stale, "an error", $"{count} bytes taken");
            return After.Resynchronised;
        }

        if (IsSound(state, session, write) && open.Must) verdicts.Met(MigrationRequirements.Res02);
        if (!open.Must) session.IsUnclear = true;
        if (count.Value > 0)
            session.Take(state.Session(write.Source)!, write.Skip, count, write.Tampering != Tampering.None);
        return After.Consistent;
    }

    private static After Failed(
        MigrationState state, Session session, Liveness open, MigrationOperation.Write write, Observation seen,
        ref Verdicts verdicts)
    {
        if (!open.May) verdicts.Met(Liveness.Ended(session));
        var sound = IsSound(state, session, write);
        session.IsUnclear = true;
        if (!open.Must || !sound) return After.Consistent;
        verdicts.Violate(
            MigrationRequirements.Res02, "data", Deviation.Missing, $"up to {write.Length} bytes taken",
            seen.ToString());
        return After.Resynchronised;
    }

    // The next segment of one stream, none of which was altered: a device has no reason to refuse it.
    private static bool IsSound(MigrationState state, Session session, MigrationOperation.Write write)
    {
        var source = state.Session(write.Source)!;
        return write.Tampering == Tampering.None && source is { IsSpoilt: false, Saved: not null }
            && session is { TookOther: false, IsUnclear: false } && session.Continues(source, write.Skip);
    }
}
