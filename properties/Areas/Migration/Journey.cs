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
        return plan.Belief.State switch
        {
            DeviceState.Error => choices.OneIn(4)
                ? new MigrationOperation.SetState(StateDraw.Any(plan, ref choices))
                : new MigrationOperation.Reset(),
            DeviceState.StopCopy when plan.Current is { Saves: true, IsClosed: false } session =>
                Save(session, ref choices),
            DeviceState.Resuming when plan.Current is { Saves: false, IsClosed: false } session =>
                Load(plan, session, ref choices),
            DeviceState.Stop when plan.Sessions.Exists(session => session.HasEnded) =>
                new MigrationOperation.SetState(choices.OneIn(2) ? DeviceState.Resuming : DeviceState.Running),
            DeviceState.Running => Run(plan, ref choices),
            _ => null,
        };
    }

    private static MigrationOperation Save(Session session, ref Choices choices)
    {
        if (!session.HasEnded || choices.OneIn(8))
            return new MigrationOperation.Read(new Held(session.Step), new ByteCount(1 + choices.Below(256ul)));
        return new MigrationOperation.SetState(choices.OneIn(2) ? DeviceState.Resuming : DeviceState.Stop);
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
            _ => null,
        };
    }
}
