using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The coverpoints of states and changes.</summary>
internal static class MigrationCover
{
    /// <summary>Notes a change that is asked for where the state is known.</summary>
    public static void Change(MigrationState state, DeviceState to, ref Verdicts verdicts)
    {
        if (!state.Belief.IsCertain || !Enum.IsDefined(to)) return;
        verdicts.Cover(MigrationCoverpoints.Change(state.Belief.State, to));
    }

    /// <summary>Notes a reset where the state is known.</summary>
    public static void Reset(MigrationState state, ref Verdicts verdicts)
    {
        if (state.Belief.IsCertain) verdicts.Cover(MigrationCoverpoints.Reset(state.Belief.State));
    }

    /// <summary>Notes a state that was read.</summary>
    public static void Note(MigrationState state, DeviceState said, ref Verdicts verdicts)
    {
        if (Enum.IsDefined(said) && state.Traits.Has(said)) verdicts.Cover(MigrationCoverpoints.Read(said));
    }
}
