using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>How operations change the state of a function, given what was seen of them.</summary>
public static class ZpciSteps
{
    /// <summary>Changes the state as an operation does that was answered so.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation; it makes sense in the state.</param>
    /// <param name="answer">What was seen of it.</param>
    public static void Do(ZpciState state, ZpciOperation operation, Observation answer)
    {
        switch (answer)
        {
            case ZpciObservation.Responded responded:
                Respond(state, operation, responded);
                break;
            case ZpciObservation.Listed { Code: ResponseCode.Done } listed:
                if (state.Handles.Count == 0 || state.Handles[^1] != listed.Handle) state.Handles.Add(listed.Handle);
                break;
            case ZpciObservation.Ended ended:
                End(state, operation, ended);
                break;
            case ZpciObservation.Signalled signalled:
                state.Bits.Set(signalled);
                break;
            case ZpciObservation.Taken:
                state.Bits.Clear();
                break;
            case ZpciObservation.Done when operation is ZpciOperation.Fail:
                state.Function = FunctionState.Error;
                break;
            default:
                break;
        }
    }

    private static void Respond(ZpciState state, ZpciOperation operation, ZpciObservation.Responded seen)
    {
        switch (operation)
        {
            case ZpciOperation.Enable or ZpciOperation.Disable when seen.Code == ResponseCode.Done:
                state.Handles.Add(seen.Handle);
                state.WasEnabled = false;
                if (operation is ZpciOperation.Disable) Forget(state);
                state.Function = operation is ZpciOperation.Enable ? FunctionState.Enabled : FunctionState.Disabled;
                break;
            case ZpciOperation.Configure when state.Function == FunctionState.Standby:
                state.Function = FunctionState.Disabled;
                break;
            case ZpciOperation.Deconfigure when state.Function != FunctionState.Standby:
                state.WasEnabled |= state.Function != FunctionState.Disabled;
                state.Function = FunctionState.Standby;
                Forget(state);
                break;
            default:
                break;
        }
    }

    private static void Forget(ZpciState state)
    {
        state.HadTables |= state.HasTables;
        state.HasTables = false;
        state.Deregister(RegistrationEnd.Disabled);
    }

    private static void End(ZpciState state, ZpciOperation operation, ZpciObservation.Ended seen)
    {
        foreach (var access in seen.Log)
        {
            if (access.Kind is not (AccessKind.Load or AccessKind.MioLoad)) state.Stores.Add(access);
        }

        var isDone = seen is { Check: ProgramCheck.None, Condition: 0 };
        switch (operation)
        {
            case ZpciOperation.ResetError when isDone:
                state.Function = FunctionState.Enabled;
                break;
            case ZpciOperation.ResetBlock when isDone:
                state.Function = FunctionState.Blocked;
                break;
            case ZpciOperation.Refresh refresh when seen is { Check: ProgramCheck.None, Condition: 1 }
                && state.Function is FunctionState.Enabled or FunctionState.Blocked:
                state.Function = FunctionState.Error;
                break;
            case ZpciOperation.Modify modify when isDone:
                Register(state, modify);
                break;
            default:
                break;
        }
    }

    private static void Register(ZpciState state, ZpciOperation.Modify modify)
    {
        switch (modify.Control)
        {
            case FunctionControl.RegisterInterrupts:
                state.Register(modify.Interrupts ?? InterruptPlace.First);
                break;
            case FunctionControl.DeregisterInterrupts: state.Deregister(RegistrationEnd.Deregistered); break;
            case FunctionControl.RegisterTables: state.HasTables = true; break;
            case FunctionControl.DeregisterTables: state.HasTables = false; break;
            default: break;
        }
    }
}
