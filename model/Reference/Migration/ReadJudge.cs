using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges reads of a session that saves.</summary>
internal static class ReadJudge
{
    public static After Judge(
        MigrationState state, MigrationOperation.Read read, Observation seen, ref Verdicts verdicts)
    {
        var session = state.Session(read.Session)!;
        var open = Liveness.Of(state, session);
        return seen switch
        {
            MigrationObservation.Transferred { Count.Value: > 0 } some =>
                Some(state, session, open, read.Length, some.Count, ref verdicts),
            MigrationObservation.EndOfStream or MigrationObservation.Transferred =>
                End(state, session, open, ref verdicts),
            MigrationObservation.NothingNow => Nothing(state, session, open, ref verdicts),
            MigrationObservation.Failed => Failed(session, open, seen, ref verdicts),
            _ => MigrationJudge.Garbage(seen, ref verdicts),
        };
    }

    private static bool IsIn(MigrationState state, Liveness open, DeviceState at) =>
        open.Must && state.Belief.IsCertain && state.Belief.State == at;

    private static bool IsInPreCopy(MigrationState state, Liveness open) =>
        open.Must && state.Belief.All(StateMachine.IsPreCopy);

    private static After Some(
        MigrationState state, Session session, Liveness open, ByteCount asked, ByteCount count, ref Verdicts verdicts)
    {
        verdicts.Met(MigrationRequirements.Str02);
        if (count.Value > asked.Value)
        {
            verdicts.Violate(
                MigrationRequirements.Str02, "count", Deviation.Extra, $"at most {asked}", $"{count}");
            return After.Lost;
        }

        if (!open.May)
        {
            verdicts.Violate(Liveness.Ended(session), "data", Deviation.Stale, "an error", $"{count} bytes");
            return After.Resynchronised;
        }

        session.Read = new ByteCount(session.Read.Value + count.Value);
        if (open.Must) verdicts.Met(session.Moved ? MigrationRequirements.Ses03 : MigrationRequirements.Str01);
        state.Belief = AliveIn(state);
        if (session.LeftJustNow is { Value: 0 } && state.Work == DeviceWork.None && IsInPreCopy(state, open))
            verdicts.Violate(
                MigrationRequirements.Inf05, "data", Deviation.Extra, "nothing was left", $"{count} bytes");
        return IsIn(state, open, DeviceState.StopCopy)
            ? Stopped(state, session, count, ref verdicts)
            : After.Consistent;
    }

    private static After Stopped(MigrationState state, Session session, ByteCount count, ref Verdicts verdicts)
    {
        session.ReadStopped = new ByteCount(session.ReadStopped.Value + count.Value);
        verdicts.Met(MigrationRequirements.End03);
        if (session.HasEnded)
        {
            verdicts.Violate(
                MigrationRequirements.End01, "data", Deviation.Extra, "the end of the stream", $"{count} bytes");
            session.IsSpoilt = true;
            return After.Resynchronised;
        }

        if (session.ReadStopped.Value <= state.Traits.Longest.Value) return After.Consistent;
        verdicts.Violate(
            MigrationRequirements.End03, "end", Deviation.Missing, $"at most {state.Traits.Longest} bytes",
            $"{session.ReadStopped} bytes and no end");
        return After.Lost;
    }

    private static After End(MigrationState state, Session session, Liveness open, ref Verdicts verdicts)
    {
        if (IsIn(state, open, DeviceState.StopCopy))
        {
            verdicts.Met(MigrationRequirements.End03);
            if (TellsEndsApart(state)) verdicts.Met(MigrationRequirements.End02);
            if (session.HasEnded) verdicts.Met(MigrationRequirements.End01);
            session.HasEnded = true;
        }
        else if (IsInPreCopy(state, open) && TellsEndsApart(state))
        {
            verdicts.Violate(
                MigrationRequirements.End04, "end", Deviation.WrongValue, "nothing now", "the end of the stream");
        }

        return After.Consistent;
    }

    private static bool TellsEndsApart(MigrationState state) =>
        (state.Traits.Features & MigrationFeatures.EndsApart) != 0;

    private static After Nothing(MigrationState state, Session session, Liveness open, ref Verdicts verdicts)
    {
        if (IsIn(state, open, DeviceState.StopCopy))
        {
            verdicts.Violate(
                MigrationRequirements.End02, "end", Deviation.WrongValue, "the end of the stream", "nothing now");
            return After.Resynchronised;
        }

        if (!IsInPreCopy(state, open)) return After.Consistent;
        verdicts.Met(MigrationRequirements.End04);
        if (session.LeftJustNow is not { } left) return After.Consistent;
        verdicts.Met(MigrationRequirements.Inf05);
        if (left.Value > 0)
            verdicts.Violate(
                MigrationRequirements.Inf05, "data", Deviation.Missing, $"{left} bytes were left", "nothing now");
        return After.Consistent;
    }

    private static After Failed(Session session, Liveness open, Observation seen, ref Verdicts verdicts)
    {
        if (!open.May) verdicts.Met(Liveness.Ended(session));
        if (!open.Must) return After.Consistent;
        verdicts.Violate(
            session.Moved ? MigrationRequirements.Ses03 : MigrationRequirements.Str01, "data", Deviation.Missing,
            "data, or its end", seen.ToString());
        return After.Resynchronised;
    }

    // What is read shows that the session is alive and that the device saves.
    private static Belief AliveIn(MigrationState state)
    {
        var narrowed = Belief.None;
        for (var rest = state.HasHandles ? state.Belief.OnlyAlive() : state.Belief; !rest.IsNone;)
        {
            rest = rest.Take(out var at, out _);
            if (StateMachine.IsSaving(at)) narrowed = narrowed.Or(Belief.Of(at, isAlive: true));
        }

        return narrowed;
    }
}
