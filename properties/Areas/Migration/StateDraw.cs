using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Draws states to ask for.</summary>
internal static class StateDraw
{
    /// <summary>Mostly a state that the device has; rarely another one, or ERROR.</summary>
    public static DeviceState Any(MigrationState plan, ref Choices choices)
    {
        var state = StateMachine.States[choices.Below(StateMachine.States.Length)];
        if (choices.OneIn(8)) return state;
        while (state == DeviceState.Error || !plan.Traits.Has(state))
            state = StateMachine.States[choices.Below(StateMachine.States.Length)];
        return state;
    }
}
