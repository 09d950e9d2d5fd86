using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What one step between states does to the session of a transfer.</summary>
public static class TransferSteps
{
    /// <summary>Whether the step opens a session.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True if it begins to save or to load.</returns>
    public static bool Opens(DeviceState from, DeviceState to) =>
        to == DeviceState.Resuming || (StateMachine.IsSaving(to) && !StateMachine.IsSaving(from));

    /// <summary>Whether the step ends the session.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <returns>True if it leaves the saving states, or RESUMING.</returns>
    public static bool Ends(DeviceState from, DeviceState to) =>
        from == DeviceState.Resuming || (StateMachine.IsSaving(from) && !StateMachine.IsSaving(to));

    /// <summary>Whether a change as a whole opens a session: only its last step may.</summary>
    /// <param name="path">The states that it passes.</param>
    /// <returns>True if it does.</returns>
    public static bool Opens(in StatePath path) => path.Steps > 0 && Opens(path.BeforeLast(), path[path.Count - 1]);
}
