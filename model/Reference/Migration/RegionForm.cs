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
            write.By == Toucher.User && IsRegister(state, write.Register) && Runs(state),
        MigrationOperation.ReadRegister read => IsRegister(state, read.Register) && Runs(state),
        MigrationOperation.StartWork => Has(state, MigrationFeatures.Watching) && Runs(state),
        MigrationOperation.Watch => Has(state, MigrationFeatures.Watching),
        MigrationOperation.FailNext fail => Has(state, MigrationFeatures.FailsOnDemand) && fail.After >= 0,
        MigrationOperation.WriteReserved or MigrationOperation.Reset => true,
        _ => false,
    };

    private static bool Has(RegionState state, MigrationFeatures feature) => (state.Traits.Features & feature) != 0;

    private static bool IsRegister(RegionState state, RegisterIndex register) =>
        Has(state, MigrationFeatures.Registers) && register.Value < state.Registers.Length;

    private static bool Runs(RegionState state) => state.Belief.All(RegionWord.Runs);

    // A bit that a device does not have is reserved: what a write of it does is left open.
    private static bool IsWord(RegionState state, RegionBits to) =>
        (to & RegionBits.NoDma) == 0 || state.Traits.HasNoDma;

    private static bool IsField(RegionState state, RegionField field) => field switch
    {
        RegionField.DeviceState or RegionField.Reserved => true,
        RegionField.PendingBytes => state.Belief.All(RegionWord.Saves),
        RegionField.DataOffset => state.Belief.All(RegionWord.Saves) && (state.IsCommitted || state.Pending?.Value > 0),
        RegionField.DataSize => state.Belief.All(RegionWord.Saves) && state.IsCommitted,
        _ => false,
    };
}
