using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>Judges the rounds of a migration by the judges of the areas <c>dirty</c> and <c>migration</c>.</summary>
internal static class MigrationJudge
{
    public static After Start(
        HostState state, HostOperation.StartMigration start, HostObservation.Steered seen, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        var guest = state.Guest(start.Guest);
        var functions = Functions(state, guest);
        guest.Steering = new Steering(
            functions, [.. functions.Select(id => state.Configuration.Devices[(int)id.Value].States)]);
        return Due(state, guest, seen, MigrationGoal.StopAndSave, ref verdicts);
    }

    public static After Cancel(
        HostState state, HostOperation.Cancel cancel, HostObservation.Steered seen, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        var guest = state.Guest(cancel.Guest);
        guest.Steering!.Aim(MigrationGoal.Abort);
        var after = Due(state, guest, seen, null, ref verdicts);
        guest.Steering = null;
        return after;
    }

    public static After Round(
        HostState state, HostOperation.Round round, HostObservation.Copied seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(round.Guest);
        foreach (var step in seen.Steps.AsSpan())
        {
            if (step is not (SteeringStep.Ask or SteeringStep.Read)) return HostJudge.NotDue(step, ref verdicts);
        }

        var after = Report(state, guest, seen.Dirty, ref verdicts);
        var own = SteeringJudge.Judge(state, guest, seen.Steps, ref verdicts);
        return own > after ? own : after;
    }

    public static After Advance(
        HostState state, HostOperation.Advance advance, HostObservation.Steered seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(advance.Guest);
        guest.Steering!.IsStopped = true;
        var after = SteeringJudge.Judge(state, guest, seen.Steps, ref verdicts);
        if (after == After.Lost || !guest.Steering.IsOver) return after;
        return guest.Steering.IsCalledOff ? CalledOff(guest, after) : HostJudge.Garbage(seen, ref verdicts);
    }

    /// <summary>A migration that was to be ended is called off.</summary>
    public static After Fail(
        HostState state, HostOperation.Finish finish, HostObservation.Steered seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(finish.Guest);
        guest.Steering!.IsStopped = true;
        var after = SteeringJudge.Judge(state, guest, seen.Steps, ref verdicts);
        if (after == After.Lost) return after;
        return guest.Steering is { IsOver: true, IsCalledOff: true }
            ? CalledOff(guest, after)
            : HostJudge.Garbage(seen, ref verdicts);
    }

    private static After CalledOff(GuestState guest, After after)
    {
        (guest.Steering, guest.WasCalledOff) = (null, true);
        return after;
    }

    public static After Arrive(
        HostState state, GuestId id, HostObservation.Arrived seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(id);
        guest.Steering!.IsStopped = true;
        var after = SteeringJudge.Judge(state, guest, seen.Steps, ref verdicts);
        if (after == After.Lost) return after;
        if (!guest.Steering.IsOver || !guest.Steering.HasMoved) return HostJudge.Garbage(seen, ref verdicts);
        if (guest.Steering.Functions.Length > 1) verdicts.Cover(HostCoverpoints.SeveralFunctions);
        guest.Steering = null;
        return after;
    }

    public static After Report(
        HostState state, GuestState guest, ValueList<PageRun> dirty, ref Verdicts verdicts) => GuestJudge.Tracker(
            state, guest, Tracking.Report(guest.Shape), new DirtyObservation.Bitmap(dirty, GuardsHold: true),
            ref verdicts);

    public static After Log(HostState state, GuestState guest, bool starts, ref Verdicts verdicts) =>
        GuestJudge.Tracker(
            state, guest, starts ? new DirtyOperation.Start() : new DirtyOperation.Stop(),
            DirtyObservation.Done.Instance, ref verdicts);

    /// <summary>The functions of a guest that are migrated by their states.</summary>
    public static DeviceId[] Functions(HostState state, GuestState guest)
    {
        var functions = new List<DeviceId>();
        foreach (var device in state.Devices)
        {
            if (device.Function is not null && device.Owner == guest.Id) functions.Add(device.Id);
        }

        return [.. functions];
    }

    // What is answered at once has to be done to its end.
    private static After Due(
        HostState state, GuestState guest, HostObservation.Steered seen, MigrationGoal? next, ref Verdicts verdicts)
    {
        var after = SteeringJudge.Judge(state, guest, seen.Steps, ref verdicts);
        if (after != After.Lost && guest.Steering is { IsOver: true, IsCalledOff: true })
            return CalledOff(guest, after);
        if (after == After.Lost || guest.Steering!.Goal == next) return after;
        return HostJudge.Garbage(seen, ref verdicts);
    }
}
