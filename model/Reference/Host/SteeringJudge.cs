using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;
using Function = IoSpec.Contracts.Migration.DeviceState;

namespace IoSpec.Reference.Host;

/// <summary>
/// Judges what was done to functions on their way: each answer by the judge of devices of the area <c>migration</c>,
/// the order of all of them by that of groups, and the log by the judge of the area <c>dirty</c>.
/// </summary>
internal static class SteeringJudge
{
    public static After Judge(
        HostState state, GuestState guest, ValueList<SteeringStep> steps, ref Verdicts verdicts)
    {
        if (steps.Count == 0) return After.Consistent;
        var functions = state.FunctionBench.Open(verdicts);
        var group = state.GroupBench.Open(verdicts);
        var after = After.Consistent;
        foreach (var step in steps.AsSpan())
        {
            var own = One(state, guest, step, ref functions, ref group, ref verdicts);
            if (own > after) after = own;
            if (after == After.Lost) break;
        }

        state.FunctionBench.Close(functions, HostRequirements.Mig02, ref verdicts);
        state.GroupBench.Close(group, HostRequirements.Mig03, ref verdicts);
        return after;
    }

    private static After One(
        HostState state, GuestState guest, SteeringStep step, ref Verdicts functions, ref Verdicts group,
        ref Verdicts verdicts)
    {
        var steering = guest.Steering!;
        if (steering.Goal is not { } goal) return Looked(state, steering, step, ref functions, ref verdicts);
        if (step is SteeringStep.Reached reached)
        {
            if (reached.Goal != goal) return HostJudge.NotDue(step, ref verdicts);
            if (!GoesOn(steering, goal, ref verdicts)) return After.Lost;
            var ended = GroupJudge.End(steering.Group, goal, succeeded: true, steering.HasFailed, ref group);
            if (goal == MigrationGoal.Abort) Recovered(state, steering, ref verdicts);
            steering.Aim(Voyage.Next(goal));
            return ended;
        }

        if (step is SteeringStep.Failed failed)
        {
            if (failed.Goal != goal || !steering.HasFailed) return HostJudge.NotDue(step, ref verdicts);
            verdicts.Cover(HostCoverpoints.FailedChange);
            GroupJudge.End(steering.Group, goal, succeeded: false, failed: true, ref group);
            steering.Aim(MigrationGoal.Abort);
            steering.IsCalledOff = true;
            return After.Consistent;
        }

        var after = Log(state, guest, step, ref verdicts);
        if (FunctionSteps.AnswerOf(step) is var (device, answer))
        {
            if (steering.IndexOf(device) < 0) return HostJudge.NotDue(step, ref verdicts);
            after = OfFunction(state.Device(device), step, answer, ref functions);
            if (after == After.Lost) return after;
            if (step is SteeringStep.Reset && !steering.HasMoved)
            {
                if (!IsDue(steering, device, ref verdicts)) return After.Lost;
                DeviceJudge.Recover(state, state.Device(device));
            }
        }

        return Called(state, steering, goal, step, ref group) == After.Lost ? After.Lost : after;
    }

    private static After Called(
        HostState state, Steering steering, MigrationGoal goal, SteeringStep step, ref Verdicts group)
    {
        var index = FunctionSteps.AnswerOf(step) is var (device, _) ? steering.IndexOf(device) : -1;
        var function = index < 0 ? null : state.Device(steering.Functions[index]).Function;
        if (Call(step, index, function) is not { } call) return After.Consistent;
        // That a fresh function is taken in the other host is nobody's call.
        if (call.Does != DeviceCallKind.Reset) steering.Calls++;
        steering.Note(call);
        if (GroupJudge.Step(steering.Group, goal, call, ref group) == After.Lost) return After.Lost;
        // Of a stream that was empty nothing has to be written.
        if (call.To != Function.Resuming || !FunctionSteps.IsAllWritten(function!)) return After.Consistent;
        return GroupJudge.Step(
            steering.Group, goal, new DeviceCall(index, DeviceCallKind.WriteAll, null, true), ref group);
    }

    // What is reset has lost everything: that is for a function whose change failed.
    private static bool IsDue(Steering steering, DeviceId device, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Mig05);
        if (steering.MayBeReset[steering.IndexOf(device)]) return true;
        verdicts.Violate(
            HostRequirements.Mig05, "reset", Deviation.Extra, "a function whose change of state failed",
            $"function {device}");
        return false;
    }

    // With a function that was reset no guest is brought anywhere.
    private static bool GoesOn(Steering steering, MigrationGoal goal, ref Verdicts verdicts)
    {
        if (goal == MigrationGoal.Abort || steering.HasMoved || !steering.HasReset) return true;
        verdicts.Violate(
            HostRequirements.Mig03, "goal", Deviation.Extra, "it is called off, as a function was reset",
            $"{goal} is reached");
        return false;
    }

    // The guest runs on: no function of it may be in the state in which it does nothing.
    private static void Recovered(HostState state, Steering steering, ref Verdicts verdicts)
    {
        foreach (var id in steering.Functions)
        {
            if (!steering.Failed[steering.IndexOf(id)]) continue;
            verdicts.Met(HostRequirements.Mig05);
            if (!state.Device(id).Function!.Belief.Has(Function.Error)) continue;
            verdicts.Violate(
                HostRequirements.Mig05, "state", Deviation.Missing, "it is reset, or asked for another state",
                $"function {id} may be in ERROR");
        }
    }

    // After everything is done it is looked at what has come of it.
    private static After Looked(
        HostState state, Steering steering, SteeringStep step, ref Verdicts functions, ref Verdicts verdicts)
    {
        var looks = step is SteeringStep.Raise or SteeringStep.ReadRegister;
        if (!looks || FunctionSteps.AnswerOf(step) is not var (device, answer) || steering.IndexOf(device) < 0)
            return HostJudge.NotDue(step, ref verdicts);
        return OfFunction(state.Device(device), step, answer, ref functions);
    }

    private static After OfFunction(
        DeviceState device, SteeringStep step, MigrationObservation seen, ref Verdicts functions)
    {
        if (FunctionSteps.OperationOf(device.Function!, step) is not { } operation) return After.Consistent;
        return Migration.MigrationJudge.Judge(device.Function!, operation, seen, ref functions);
    }

    private static After Log(HostState state, GuestState guest, SteeringStep step, ref Verdicts verdicts)
    {
        switch (step)
        {
            case SteeringStep.StartLog: return MigrationJudge.Log(state, guest, starts: true, ref verdicts);
            case SteeringStep.CollectLog collect:
                return MigrationJudge.Report(state, guest, collect.Dirty, ref verdicts);
            case SteeringStep.StopLog:
                var after = MigrationJudge.Log(state, guest, starts: false, ref verdicts);
                if (guest.Steering is not { Goal: MigrationGoal.FinishSave, HasMoved: false } steering) return after;
                steering.HasMoved = true;
                guest.Side = 1 - guest.Side;
                guest.Moves++;
                return after;
            default: return After.Consistent;
        }
    }

    // What it is to one who looks at the group alone; null if it is nothing to him.
    private static DeviceCall? Call(SteeringStep step, int index, MigrationState? function) => step switch
    {
        SteeringStep.StartLog => Of(DeviceCallKind.StartLog, index),
        SteeringStep.CollectLog => Of(DeviceCallKind.CollectLog, index),
        SteeringStep.StopLog => Of(DeviceCallKind.StopLog, index),
        SteeringStep.SetState set =>
            new(index, DeviceCallKind.SetState, set.To, set.Seen is MigrationObservation.Moved),
        SteeringStep.Reset reset =>
            new(index, DeviceCallKind.Reset, null, reset.Seen is MigrationObservation.Done),
        SteeringStep.Read { Seen: not MigrationObservation.Transferred { Count.Value: > 0 } }
            when function!.Belief.Has(Function.StopCopy) => Of(DeviceCallKind.ReadToEnd, index),
        SteeringStep.Write when FunctionSteps.IsAllWritten(function!) => Of(DeviceCallKind.WriteAll, index),
        SteeringStep.SetVector => Of(DeviceCallKind.SetVectors, index),
        _ => null,
    };

    private static DeviceCall Of(DeviceCallKind kind, int index) => new(index, kind, null, true);
}
