using IoSpec.Contracts;

namespace IoSpec.Reference.Migration;

/// <summary>What is known of the internal state after a change.</summary>
internal static class Loaded
{
    /// <summary>The internal state after a change that was done.</summary>
    public static void Carry(MigrationState state, in Outlook outlook)
    {
        if (!outlook.HasSteps) return;
        if (outlook.Loads == Loading.None)
        {
            for (var i = 0; i < state.Origins.Length; i++)
            {
                if (state.Origins[i] == Origin.Written) state.Origins[i] = Origin.Kept;
            }

            return;
        }

        state.HasLoaded = true;
        state.ForgetInternalState();
        if (outlook.Loads != Loading.Must || state.Current?.Source?.Saved is not { } saved) return;
        saved.Registers.CopyTo(state.Registers, 0);
        Array.Fill(state.Origins, Origin.Loaded);
        state.Work = saved.Work;
    }

    /// <summary>What has to become of the data that the current session has received.</summary>
    public static (Loading Loads, Requirement? NotLoaded) Of(MigrationState state)
    {
        if (state.Current is not { Saves: false } session) return (Loading.May, null);
        return session.Reception switch
        {
            Reception.Complete => (Loading.Must, null),
            Reception.Incomplete when session.Source is not null || HasSeenStream(state) =>
                (Loading.MustNot, Contracts.Migration.MigrationRequirements.Res04),
            Reception.Altered when state.Traits.DetectsTampering =>
                (Loading.MustNot, Contracts.Migration.MigrationRequirements.Res05),
            _ => (Loading.May, null),
        };
    }

    // A device whose stream was never seen to hold anything may have nothing to load.
    private static bool HasSeenStream(MigrationState state)
    {
        foreach (var session in state.Sessions)
        {
            if (session.Saves && session.HasEnded && session.ReadStopped.Value > 0) return true;
        }

        return false;
    }
}
