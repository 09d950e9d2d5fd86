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
    private readonly List<FunctionPort> _failed = [];
    private bool _isTold;
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
        if (Goal != goal) Aim(goal);
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
                Aim(Next(goal));
                if (goal == MigrationGoal.Save) return;
                if (goal == MigrationGoal.FinishSave) Array.ForEach(functions, function => function.Change(steps));
                if (goal == MigrationGoal.FinishLoad) Array.ForEach(functions, function => function.Look(steps));
                continue;
            }

            if (!Do(goal, _calls!.Value[_done++], steps) && goal != MigrationGoal.Abort && rules.NoticesFailure)
                Tell(goal);
            isDone = true;
        }
    }

    private bool IsExhausted(MigrationGoal goal) => _done >= (_calls ??= asks(goal, null).Made).Count;

    private void Aim(MigrationGoal? goal)
    {
        (Goal, _calls, _done, _isTold) = (goal, null, 0, false);
        _failed.Clear();
    }

    // He is told of the change that failed: what he does then is done, and he says whether the goal is reached. He is
    // told of one: with a second one the goal is given up.
    private void Tell(MigrationGoal goal)
    {
        if (_isTold)
        {
            (_calls, _isGivenUp) = ([], true);
            return;
        }

        _isTold = true;
        var failed = _calls!.Value[_done - 1].Device;
        var change = 0;
        for (var i = 0; i < _done - 1; i++)
        {
            if (_calls.Value[i] is { Does: DeviceCallKind.SetState, Device: var device } && device == failed) change++;
        }

        var told = asks(goal, new DeviceFailure(failed, change));
        _calls = told.Made;
        _isGivenUp = !told.Succeeded;
    }

    // What did not change its state, and was not asked for one again, is reset: nobody knows in which it is.
    private void CallOff(MigrationGoal goal, List<SteeringStep> steps)
    {
        if (rules.ResetsFailed) _failed.ForEach(function => function.Change(steps));
        steps.Add(new SteeringStep.Failed(goal));
        (IsCalledOff, _isGivenUp) = (true, false);
        Reach(MigrationGoal.Abort, steps);
    }

    private bool Set(
        MigrationGoal goal, FunctionPort function, Contracts.Migration.DeviceState to, List<SteeringStep> steps)
    {
        _failed.Remove(function);
        if (function.Set(to, steps)) return true;
        if (goal != MigrationGoal.Abort) _failed.Add(function);
        else if (rules.ResetsFailed) function.Change(steps);
        return false;
    }

    private void Reset(FunctionPort function, List<SteeringStep> steps)
    {
        _failed.Remove(function);
        function.Change(steps);
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
            case DeviceCallKind.SetState when call.To is { } to: return Set(goal, function, to, steps);
            case DeviceCallKind.Reset: Reset(function, steps); break;
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
