using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>How operations change the state of a function.</summary>
internal static class ZpciSteps
{
    public static void Do(ZpciState state, ZpciOperation operation, Observation answer)
    {
        if (answer is ZpciObservation.Named { Handle: var handle }) state.Handles.Add(handle);
        state.Function = operation switch
        {
            ZpciOperation.Enable or ZpciOperation.ResetError => FunctionState.Enabled,
            ZpciOperation.Disable => FunctionState.Disabled,
            ZpciOperation.Fail => FunctionState.Error,
            ZpciOperation.ResetBlock when state.Function == FunctionState.Error => FunctionState.Blocked,
            _ => state.Function,
        };
    }
}
