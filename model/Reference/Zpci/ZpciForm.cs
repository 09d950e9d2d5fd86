using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Whether an operation makes sense in a state.</summary>
public static class ZpciForm
{
    private const ulong Longest = 1 << 16;

    // As much as the field for it in the register holds.
    private const ulong LongestBlock = 0x1fff;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(ZpciState state, ZpciOperation operation) => operation switch
    {
        ZpciOperation.Enable enable => enable.Spaces is >= 0 and <= 3 && Has(state, enable.Handle),
        ZpciOperation.Disable disable => Has(state, disable.Handle),
        ZpciOperation.Query query => Has(state, query.Handle),
        ZpciOperation.Fail => state.Function == FunctionState.Enabled,
        ZpciOperation.StoreControls store => Has(state, store.Handle) && store.DmaSpace is >= 0 and <= 1
            && !(state.WasEnabled && state.Function == FunctionState.Disabled)
            && (store.Handle == HandleChoice.Current || state.Function == FunctionState.Disabled),
        ZpciOperation.Modify modify => Modifies(state, modify),

        // Whether a function in error sends messages is open.
        ZpciOperation.Signal signal => state.Function is not (FunctionState.Error or FunctionState.Blocked)
            && signal.Vector >= 0 && signal.Vector < (state.Interrupts?.Vectors ?? state.Traits.Vectors),
        ZpciOperation.Refresh refresh => Has(state, refresh.Handle),
        ZpciOperation.Elsewhere elsewhere => elsewhere.Kind <= AccessKind.BlockStore
            && (elsewhere.IsBar ? elsewhere.Space is 1 or 3 or 4 or 5 : elsewhere.Space is >= 6 and <= 14),
        ZpciOperation.BlockStore store => Has(state, store.Handle) && IsPlace(state, store.Space, store.At)
            && store.Length.Value <= LongestBlock && IsData(store.Data, store.Length)
            && (!store.IsMio || IsMio(state.Traits)),
        ZpciOperation.Store store => Has(state, store.Handle) && IsPlace(state, store.Space, store.At)
            && (!state.Traits.OnlyBar2 || store.Space == 2 || store.At.Value < 4)
            && store.Length.Value <= 15 && IsData(store.Data, new ByteCount(16)),
        ZpciOperation.Load load => Has(state, load.Handle) && IsPlace(state, load.Space, load.At)
            && load.Length.Value <= 15,
        ZpciOperation.Command command => Drives(state) && command.Body.Value + DriverSteps.Header <= 4096
            && command.Body.Value <= state.Traits.MostStored.Value
            && IsData(command.Data, new ByteCount(4096)) && command.BusyAt is >= 0 and <= 3
            && command.FailAt is >= 0 and <= 3,
        ZpciOperation.Move move => Drives(state) && state.Traits.MostStored.Value == InstructionRules.Block
            && IsData(move.Data, move.Length) && move.At.Value >> 48 == 0
            && (move.At.Value % (DriverSteps.Signal * 2)) + move.Length.Value <= DriverSteps.Signal
            && move.BusyAt is >= 0 and <= 16 && move.FailAt is >= 0 and <= 16,
        ZpciOperation.Copy copy => state.Function == FunctionState.Enabled && !state.Traits.OnlyBar2
            && IsData(copy.Data, copy.Length)
            && copy.At.Value >> 48 == 0 && copy.At.Value + copy.Length.Value <= state.Traits.BarSize.Value,
        _ => true,
    };

    // The driver knows no other alignment: a guest that does not use it has no ISM device.
    private static bool Drives(ZpciState state) => state.Function == FunctionState.Enabled
        && state.Traits is { IsIsm: true, Relaxed: true, Surfaced: true, Honoured: true, BarSize.Value: 1ul << 48 };

    private static bool IsMio(ZpciTraits traits) => !traits.GuestMio || (traits.HostMio && traits.DeviceMio);

    // The last handle but one may be the last one again.
    private static bool Has(ZpciState state, HandleChoice handle) => handle == HandleChoice.Current
        || (state.Handles.Count > 1 && state.Handles[^1] != state.Handles[^2] && !state.WasEnabled);

    // In the error state what else is let through is open; so is what is left after another registration failed.
    private static bool Modifies(ZpciState state, ZpciOperation.Modify modify)
    {
        var isOfTables = modify.Control is FunctionControl.RegisterTables or FunctionControl.DeregisterTables
            or FunctionControl.ReregisterTables;
        if (modify.Interrupts is { } place
            && (modify.Control != FunctionControl.RegisterInterrupts || !place.IsPossible(state.Traits.Vectors)))
            return false;
        return Has(state, modify.Handle) && modify.DmaSpace is 0 or 1 && (modify.DmaSpace == 0 || isOfTables)
            && (modify.Fib < FibShape.BelowAperture || modify.Control == FunctionControl.RegisterTables)
            && (state.Function != FunctionState.Error || modify.Handle == HandleChoice.Former);
    }

    private static bool IsPlace(ZpciState state, int space, BarOffset at) =>
        (space is 2 or InstructionRules.Configuration || (space == 0 && !state.Traits.OnlyBar2))
        && at.Value >> 48 == 0;

    private static bool IsData(Gpa data, ByteCount length) =>
        length.Value is > 0 and <= Longest && data.Value >= ZpciGuest.First.Value && data.Value <= Longest * 2;
}
