using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges one who drives a group of devices, by the calls that he makes to them.</summary>
public static class GroupJudge
{
    /// <summary>Judges what was done for a goal.</summary>
    /// <param name="state">What is known of the group, which is changed.</param>
    /// <param name="operation">The goal.</param>
    /// <param name="seen">The calls.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(
        GroupState state, MigrationOperation.Orchestrate operation, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Calls calls) return MigrationJudge.Garbage(seen, ref verdicts);
        var failed = false;
        foreach (var call in calls.Made.AsSpan())
        {
            if (!Names(state, call)) return MigrationJudge.Garbage(seen, ref verdicts);
            if (Step(state, operation.Goal, call, ref verdicts) == After.Lost) return After.Lost;
            failed |= !call.Succeeded;
        }

        return End(state, operation.Goal, calls.Succeeded, failed, ref verdicts);
    }

    private static bool Names(GroupState state, DeviceCall call)
    {
        var isLog = call.Does is DeviceCallKind.StartLog or DeviceCallKind.CollectLog or DeviceCallKind.StopLog;
        if (isLog) return call is { Device: -1, To: null };
        return call.Device >= 0 && call.Device < state.States.Length
            && call.To.HasValue == (call.Does == DeviceCallKind.SetState);
    }

    /// <summary>Judges one call.</summary>
    /// <param name="state">What is known of the group, which is changed.</param>
    /// <param name="goal">What is to be brought about.</param>
    /// <param name="call">The call, to a device that is there.</param>
    /// <param name="verdicts">Takes evidence and violations.</param>
    /// <returns>How judging goes on.</returns>
    internal static After Step(GroupState state, MigrationGoal goal, DeviceCall call, ref Verdicts verdicts)
    {
        switch (call.Does)
        {
            case DeviceCallKind.SetState: return Change(state, call, ref verdicts);
            case DeviceCallKind.Reset:
                (state.States[call.Device], state.IsReset[call.Device]) = (DeviceState.Running, true);
                state.Transfers[call.Device] = TransferProgress.None;
                state.HasFailed[call.Device] = false;
                break;
            case DeviceCallKind.ReadToEnd when state.States[call.Device] == DeviceState.StopCopy:
                state.Transfers[call.Device] |= TransferProgress.Read;
                break;
            case DeviceCallKind.WriteAll when state.States[call.Device] == DeviceState.Resuming:
                state.Transfers[call.Device] |= TransferProgress.Written;
                break;
            case DeviceCallKind.SetVectors: state.Transfers[call.Device] |= TransferProgress.Vectors; break;
            case DeviceCallKind.StartLog: (state.IsLogging, state.IsCollected) = (true, false); break;
            case DeviceCallKind.CollectLog: state.IsCollected = state.IsLogging && state.IsQuiet; break;
            case DeviceCallKind.StopLog: return StopLog(state, goal, ref verdicts);
            default: break;
        }

        return After.Consistent;
    }

    private static After Change(GroupState state, DeviceCall call, ref Verdicts verdicts)
    {
        var (device, from, to) = (call.Device, state.States[call.Device], call.To!.Value);
        verdicts.Met(MigrationRequirements.Orc02);
        if (StateMachine.Path(state.Traits[device], from, to).IsNone)
        {
            verdicts.Violate(
                MigrationRequirements.Orc02, "state", Deviation.Extra, "a state that the device can go to", $"{to}");
            return After.Lost;
        }

        state.HasFailed[device] = !call.Succeeded;
        if (!call.Succeeded) return After.Consistent;
        var fine = Leave(state, device, from, to, ref verdicts);
        if (!StateMachine.IsStopped(to)) state.IsCollected = false;
        if (StateMachine.IsStopped(to) && !StateMachine.IsStopped(from)) state.IsCollected = false;
        if (to == DeviceState.Resuming && from != to) state.Transfers[device] = TransferProgress.None;
        if (to == DeviceState.StopCopy && from != to) state.Transfers[device] &= ~TransferProgress.Read;
        (state.States[device], state.IsReset[device]) = (to, state.IsReset[device] && from == to);
        fine &= Barrier(state, ref verdicts);
        return fine ? After.Consistent : After.Lost;
    }

    // A transfer is left when it is whole; where interrupts arrive is said before the device can raise one.
    private static bool Leave(
        GroupState state, int device, DeviceState from, DeviceState to, ref Verdicts verdicts)
    {
        if (from == to) return true;
        var done = state.Transfers[device];
        if (from == DeviceState.Resuming)
        {
            return Demand(
                    MigrationRequirements.Orc05, (done & TransferProgress.Written) != 0, "the whole stream is written",
                    "RESUMING is left before", ref verdicts)
                && Demand(
                    MigrationRequirements.Orc04, (done & TransferProgress.Vectors) != 0, "interrupts are set up",
                    "RESUMING is left before", ref verdicts);
        }

        // Who gives up goes back to RUNNING, and needs nothing of the stream.
        if (from != DeviceState.StopCopy || to != DeviceState.Stop) return true;
        return Demand(
            MigrationRequirements.Orc05, (done & TransferProgress.Read) != 0, "the stream is read to its end",
            "STOP_COPY is left before", ref verdicts);
    }

    // No device may write its peers while one of them stands still.
    private static bool Barrier(GroupState state, ref Verdicts verdicts)
    {
        if (!state.HasBarrier || !Array.Exists(state.States, StateMachine.IsStopped)) return true;
        var runs = false;
        for (var i = 0; i < state.States.Length; i++)
            runs |= StateMachine.IsRunning(state.States[i]) && !state.IsReset[i];
        return Demand(
            MigrationRequirements.Orc01, !runs, "no device writes its peers while one stands still",
            "one runs without restriction", ref verdicts);
    }

    private static After StopLog(GroupState state, MigrationGoal goal, ref Verdicts verdicts)
    {
        state.IsLogging = false;
        if (goal == MigrationGoal.Abort) return After.Consistent;
        return Demand(
            MigrationRequirements.Orc03, state.IsCollected, "the log is read after the last device has stopped",
            "it is closed before", ref verdicts)
            ? After.Consistent
            : After.Lost;
    }

    /// <summary>Judges the end of what was done for a goal.</summary>
    /// <param name="state">What is known of the group, which is changed.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="succeeded">Whether it is said to be reached.</param>
    /// <param name="failed">Whether a call has failed.</param>
    /// <param name="verdicts">Takes evidence and violations.</param>
    /// <returns>How judging goes on.</returns>
    internal static After End(
        GroupState state, MigrationGoal goal, bool succeeded, bool failed, ref Verdicts verdicts)
    {
        state.IsBroken = !succeeded;
        if (!succeeded && failed)
        {
            Array.Clear(state.HasFailed);
            return After.Consistent;
        }

        if (failed && !Demand(
            MigrationRequirements.Orc06, !Array.Exists(state.HasFailed, device => device),
            "a device whose change failed is reset, or asked for a state again", "nothing is done", ref verdicts))
            return After.Lost;
        var reached = succeeded && Array.TrueForAll(state.States, at => IsReached(goal, at));
        if (!Demand(MigrationRequirements.Orc07, reached, $"{goal} is reached", Words.Of(state), ref verdicts))
            return After.Lost;
        state.Reached = goal;
        return After.Consistent;
    }

    private static bool IsReached(MigrationGoal goal, DeviceState state) => goal switch
    {
        MigrationGoal.Save => StateMachine.IsRunning(state),
        MigrationGoal.StopAndSave => state == DeviceState.StopCopy,
        MigrationGoal.FinishSave => state == DeviceState.Stop,
        MigrationGoal.Load => state == DeviceState.Resuming,
        _ => state == DeviceState.Running,
    };

    private static bool Demand(
        Requirement requirement, bool holds, string allowed, string seen, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        if (holds) return true;
        verdicts.Violate(requirement, "call", Deviation.Missing, allowed, seen);
        return false;
    }
}
