using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Whether a session gives or takes data in the states in which the device may be.</summary>
/// <param name="May">Whether it may be open.</param>
/// <param name="Must">Whether it has to be.</param>
internal readonly record struct Liveness(bool May, bool Must)
{
    /// <summary>The liveness of a session.</summary>
    public static Liveness Of(MigrationState state, Session session)
    {
        if (session != state.Current) return default;
        var (may, must) = (false, true);
        for (var rest = state.Belief; !rest.IsNone;)
        {
            rest = rest.Take(out var at, out var isAlive);
            var fits = session.Saves ? StateMachine.IsSaving(at) : at == DeviceState.Resuming;
            if ((isAlive || !state.HasHandles) && fits) may = true;
            else must = false;
        }

        return new Liveness(may, may && must);
    }

    /// <summary>What is broken by an ended session that gives or takes data.</summary>
    public static Requirement Ended(Session session) =>
        session.EndedByReset ? MigrationRequirements.Rst03 : MigrationRequirements.Ses04;
}
