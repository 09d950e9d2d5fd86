using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Whether a device may be touched: a user that does so elsewhere can make it leave its state.</summary>
internal static class Touch
{
    /// <summary>Whether it may, in every state in which the device may be.</summary>
    public static bool IsFine(MigrationState state, Toucher by) => by == Toucher.User
        ? state.Belief.All(StateMachine.IsRunning)
        : state.Belief.All(static at => StateMachine.IsRunning(at) || StateMachine.IsQuiescent(at));
}
