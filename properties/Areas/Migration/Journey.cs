using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>The next step of saving a device, loading what was saved and looking at what came of it.</summary>
internal static class Journey
{
    public static MigrationOperation? Next(MigrationState plan, ref Choices choices)
    {
        if (!plan.Belief.IsCertain) return new MigrationOperation.GetState();
        var state = plan.Belief.State;
        if (!StateMachine.IsRunning(state) && plan.Work is not (null or DeviceWork.None) && choices.OneIn(4))
            return new MigrationOperation.Watch();
        return state switch
        {
            DeviceState.Error => choices.OneIn(4)
                ? new MigrationOperation.SetState(choices.Of(StateMachine.States))
                : new MigrationOperation.Reset(),
            DeviceState.StopCopy when plan.Current is { Saves: true, IsClosed: false } session =>
                Save(plan, session, ref choices),
            DeviceState.PreCopy or DeviceState.PreCopyP2P
                when plan.Current is { Saves: true, IsClosed: false } session => Track(plan, session, ref choices),
            DeviceState.Resuming when plan.Current is { Saves: false, IsClosed: false } session =>
                Load(plan, session, ref choices),
            DeviceState.Stop when plan.Sessions.Exists(session => session.HasEnded) =>
                new MigrationOperation.SetState(choices.OneIn(2) ? DeviceState.Resuming : DeviceState.Running),
            DeviceState.Running => Run(plan, ref choices),
            _ => null,
        };
    }

    private static MigrationOperation Save(MigrationState plan, Session session, ref Choices choices)
    {
        if (choices.OneIn(6) && SessionDraw.Former(plan) is { } former) return Read(plan, former, ref choices);
        if (!session.HasEnded || choices.OneIn(8)) return Read(plan, session, ref choices);
        return new MigrationOperation.SetState(choices.OneIn(2) ? DeviceState.Resuming : DeviceState.Stop);
    }

    private static MigrationOperation? Track(MigrationState plan, Session session, ref Choices choices)
    {
        if (session.LeftJustNow is not null) return Read(plan, session, ref choices);
        return choices.Below(8) switch
        {
            < 2 => new MigrationOperation.PreCopyInfo(new Held(session.Step)),
            < 4 => Read(plan, session, ref choices),
            4 => new MigrationOperation.SetState(DeviceState.StopCopy),
            5 => TouchDraw.Write(plan, ref choices),
            _ => null,
        };
    }

    private static MigrationOperation? Load(MigrationState plan, Session session, ref Choices choices)
    {
        if (!choices.OneIn(24) && SessionDraw.Write(plan, session, ref choices) is { } write) return write;
        return new MigrationOperation.SetState(choices.OneIn(2) ? DeviceState.Running : DeviceState.Stop);
    }

    private static MigrationOperation? Run(MigrationState plan, ref Choices choices)
    {
        if (Array.Exists(plan.Origins, origin => origin == Origin.Loaded) && choices.OneIn(2))
            return TouchDraw.Read(plan, ref choices);
        return choices.Below(8) switch
        {
            0 or 1 => TouchDraw.Write(plan, ref choices),
            2 => new MigrationOperation.SetState(DeviceState.StopCopy),
            3 => TouchDraw.Work(plan, ref choices),
            4 => TouchDraw.Read(plan, ref choices),
            _ => null,
        };
    }

    private static MigrationOperation.Read Read(MigrationState plan, Session session, ref Choices choices) =>
        new(new Held(session.Step), SessionDraw.Length(plan, ref choices));
}
