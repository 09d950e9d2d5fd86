using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Whether an operation makes sense for a device of the first version.</summary>
/// <remarks>
/// What the interface leaves undefined is not done: the window of a device that does not save, a segment that nobody
/// has asked for, and an access to a device that may not be touched.
/// </remarks>
public static class RegionForm
{
    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(RegionState state, MigrationOperation operation) => operation switch
    {
        MigrationOperation.ReadField read => IsField(state, read.Field),
        MigrationOperation.SetBits set => (int)set.To is >= 0 and < 16 && IsWord(state, set.To),
        MigrationOperation.CopyOut =>
            state is { IsCommitted: true, IsCopied: false } && state.Belief.All(RegionWord.Saves),
        MigrationOperation.CopyIn copy =>
            state.Segments.Contains(copy.Segment.Step) && state.Belief.All(RegionWord.Loads),
        MigrationOperation.WriteRegister write =>
            write.By == Toucher.User && write.Register.Value < state.Registers.Length && Runs(state),
        MigrationOperation.ReadRegister read => read.Register.Value < state.Registers.Length && Runs(state),
        MigrationOperation.StartWork => Runs(state),
        MigrationOperation.FailNext fail => fail.After >= 0,
        MigrationOperation.WriteReserved or MigrationOperation.Watch or MigrationOperation.Reset => true,
        _ => false,
    };

    private static bool Runs(RegionState state) => state.Belief.All(RegionWord.Runs);

    // A bit that a device does not have is reserved: what a write of it does is left open.
    private static bool IsWord(RegionState state, RegionBits to) =>
        (to & RegionBits.NoDma) == 0 || state.Traits.HasNoDma;

    private static bool IsField(RegionState state, RegionField field) => field switch
    {
        RegionField.DeviceState or RegionField.Reserved => true,
        RegionField.PendingBytes => state.Belief.All(RegionWord.Saves),
        RegionField.DataOffset => state.Belief.All(RegionWord.Saves) && (state.IsCommitted || state.Pending > 0),
        RegionField.DataSize => state.Belief.All(RegionWord.Saves) && state.IsCommitted,
        _ => false,
    };
}
