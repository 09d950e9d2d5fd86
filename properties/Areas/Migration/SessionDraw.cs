using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Draws transfers: mostly of the session that is open, now and then of one that has ended.</summary>
internal static class SessionDraw
{
    public static MigrationOperation? Read(MigrationState plan, ref Choices choices) =>
        Any(plan, saves: true, ref choices) is { } session
            ? new MigrationOperation.Read(new Held(session.Step), Length(plan, ref choices))
            : null;

    public static MigrationOperation? Info(MigrationState plan, ref Choices choices) =>
        Any(plan, saves: true, ref choices) is { } session
            ? new MigrationOperation.PreCopyInfo(new Held(session.Step))
            : null;

    public static MigrationOperation? Close(MigrationState plan, ref Choices choices) =>
        Any(plan, choices.OneIn(2), ref choices) is { } session
            ? new MigrationOperation.Close(new Held(session.Step))
            : null;

    public static MigrationOperation? Write(MigrationState plan, ref Choices choices) =>
        Any(plan, saves: false, ref choices) is { } session ? Write(plan, session, ref choices) : null;

    /// <summary>The next segment for a session that loads; now and then another one, or an altered one.</summary>
    public static MigrationOperation? Write(MigrationState plan, Session session, ref Choices choices)
    {
        var source = session.Source is { } same && !choices.OneIn(32) ? same : Source(plan, ref choices);
        if (source is null || source.Read.Value == 0) return null;
        var left = session.LeftOf(source).Value;
        if (left == 0) return null;
        var skip = choices.OneIn(32) ? choices.Below(left) : 0;
        var tampering = choices.OneIn(24) ? Tampering.OneBit : Tampering.None;
        return new MigrationOperation.Write(
            new Held(session.Step), new Held(source.Step), new ByteCount(skip), Length(plan, ref choices), tampering);
    }

    // Mostly a whole stream.
    private static Session? Source(MigrationState plan, ref Choices choices)
    {
        Session? found = null;
        foreach (var session in plan.Sessions)
        {
            if (!session.Saves || session.Read.Value == 0) continue;
            if (found is null || session.HasEnded || choices.OneIn(4)) found = session;
        }

        return found;
    }

    private static Session? Any(MigrationState plan, bool saves, ref Choices choices)
    {
        if (plan.Current is { IsClosed: false } current && current.Saves == saves && !choices.OneIn(4)) return current;
        Session? found = null;
        foreach (var session in plan.Sessions)
        {
            if (session.Saves == saves && !session.IsClosed && (found is null || choices.OneIn(2))) found = session;
        }

        return found;
    }

    /// <summary>A few bytes, or all that there may be: how long a stream is, the plan cannot know.</summary>
    public static ByteCount Length(MigrationState plan, ref Choices choices)
    {
        ulong length = choices.Below(8) switch
        {
            0 => 1,
            1 => 7,
            2 or 3 => 1 + choices.Below(64ul),
            _ => plan.Traits.Longest.Value,
        };
        return new ByteCount(length);
    }

    /// <summary>A session that saved and has ended, and that the user has not closed.</summary>
    public static Session? Former(MigrationState plan)
    {
        foreach (var session in plan.Sessions)
        {
            if (session is { Saves: true, IsClosed: false } && session != plan.Current) return session;
        }

        return null;
    }
}
