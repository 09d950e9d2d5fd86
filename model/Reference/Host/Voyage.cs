using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>The functions of a guest on their way to the other host, as one who drives them wants it.</summary>
/// <param name="functions">The functions, in the order in which he knows them.</param>
/// <param name="rules">What their host decides.</param>
/// <param name="moves">How often their guest had moved before.</param>
/// <param name="asks">Tells his calls for a goal, or for one in which a change of state fails.</param>
/// <param name="logs">Starts, reads and stops the log of memory.</param>
internal sealed class Voyage(
    FunctionPort[] functions, HostRules rules, int moves,
    Func<MigrationGoal, DeviceFailure?, MigrationObservation.Calls> asks,
    Func<MigrationGoal, DeviceCallKind, SteeringStep> logs)
{
    private ValueList<DeviceCall>? _calls;
    private int _done;
    private bool _isGivenUp;

    /// <summary>The functions.</summary>
    public ReadOnlySpan<FunctionPort> Functions => functions;

    /// <summary>What is brought about; null after the last goal.</summary>
    public MigrationGoal? Goal { get; private set; } = MigrationGoal.Save;

    /// <summary>Whether a function did not change its state, and everything was undone.</summary>
    public bool IsCalledOff { get; private set; }

    /// <summary>The goal behind another one; null behind the last one.</summary>
    public static MigrationGoal? Next(MigrationGoal goal) => goal switch
    {
        MigrationGoal.Save => MigrationGoal.StopAndSave,
        MigrationGoal.StopAndSave => MigrationGoal.FinishSave,
        MigrationGoal.FinishSave => MigrationGoal.Load,
        MigrationGoal.Load => MigrationGoal.FinishLoad,
        _ => null,
    };

    /// <summary>Goes on where another one has stopped.</summary>
    public Voyage At(MigrationGoal goal, int done)
    {
        (Goal, _done) = (goal, done);
        return this;
    }

    /// <summary>Does everything that a goal takes.</summary>
    public void Reach(MigrationGoal goal, List<SteeringStep> steps)
    {
        if (Goal != goal) (Goal, _calls, _done) = (goal, null, 0);
        while (Goal == goal) Advance(steps);
    }

    /// <summary>Does everything that is left.</summary>
    public void Finish(List<SteeringStep> steps)
    {
        while (Goal is not null) Advance(steps);
    }

    /// <summary>Does the next call; behind the last one of a goal the goal is reached.</summary>
    public void Advance(List<SteeringStep> steps)
    {
        for (var isDone = false; Goal is { } goal && (!isDone || IsExhausted(goal));)
        {
            if (IsExhausted(goal))
            {
                if (_isGivenUp)
                {
                    CallOff(goal, steps);
                    return;
                }

                steps.Add(new SteeringStep.Reached(goal));
                (Goal, _calls, _done) = (Next(goal), null, 0);
                if (goal == MigrationGoal.Save) return;
                if (goal == MigrationGoal.FinishSave) Array.ForEach(functions, function => function.Change(steps));
                if (goal == MigrationGoal.FinishLoad) Array.ForEach(functions, function => function.Look(steps));
                continue;
            }

            if (!Do(goal, _calls!.Value[_done++], steps) && goal != MigrationGoal.Abort) Tell(goal);
            isDone = true;
        }
    }

    private bool IsExhausted(MigrationGoal goal) => _done >= (_calls ??= asks(goal, null).Made).Count;

    // He is told of the change that failed: what he does then is done, and he says whether the goal is reached.
    private void Tell(MigrationGoal goal)
    {
        var failed = _calls!.Value[_done - 1].Device;
        var change = 0;
        for (var i = 0; i < _done - 1; i++)
        {
            if (_calls.Value[i] is { Does: DeviceCallKind.SetState, Device: var device } && device == failed) change++;
        }

        var told = asks(goal, new DeviceFailure(failed, change));
        _calls = _isGivenUp ? [] : told.Made;
        _isGivenUp |= !told.Succeeded;
    }

    private void CallOff(MigrationGoal goal, List<SteeringStep> steps)
    {
        steps.Add(new SteeringStep.Failed(goal));
        (IsCalledOff, _isGivenUp) = (true, false);
        Reach(MigrationGoal.Abort, steps);
    }

    // What did not change its state is reset: nobody knows in which it is.
    private bool Set(FunctionPort function, Contracts.Migration.DeviceState to, List<SteeringStep> steps)
    {
        if (function.Set(to, steps)) return true;
        if (rules.ResetsFailed) function.Change(steps);
        return !rules.NoticesFailure;
    }

    // False: a change of state failed.
    private bool Do(MigrationGoal goal, DeviceCall call, List<SteeringStep> steps)
    {
        if (call.Device < 0 || call.Device >= functions.Length)
        {
            if (call.Device < 0) steps.Add(logs(goal, call.Does));
            return true;
        }

        var function = functions[call.Device];
        switch (call.Does)
        {
            case DeviceCallKind.SetState when call.To is { } to: return Set(function, to, steps);
            case DeviceCallKind.Reset: function.Change(steps); break;
            case DeviceCallKind.ReadToEnd: function.ReadToEnd(steps); break;
            case DeviceCallKind.WriteAll: function.WriteAll(steps); break;
            case DeviceCallKind.SetVectors:
                function.SetVector(FunctionWords.Line(function.Id, moves + 1), steps);
                break;
            default: break;
        }

        return true;
    }
}
