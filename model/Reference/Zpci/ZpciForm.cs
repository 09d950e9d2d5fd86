using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Whether an operation makes sense in a state.</summary>
public static class ZpciForm
{
    private const ulong Longest = 1 << 16;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(ZpciState state, ZpciOperation operation) => operation switch
    {
        ZpciOperation.Enable => state.Function == FunctionState.Disabled,
        ZpciOperation.Disable => state.Function != FunctionState.Disabled,
        ZpciOperation.Fail => state.Function == FunctionState.Enabled,
        ZpciOperation.ResetBlock or ZpciOperation.ResetError =>
            state.Function is FunctionState.Error or FunctionState.Blocked,
        ZpciOperation.BlockStore store => Has(state, store.Handle) && IsPlace(store.Space, store.At)
            && IsData(store.Data, store.Length) && (!store.IsMio || IsMio(state.Traits)),
        ZpciOperation.Store store => Has(state, store.Handle) && IsPlace(store.Space, store.At)
            && store.Length.Value <= 16 && IsData(store.Data, new ByteCount(16)),
        ZpciOperation.Load load => Has(state, load.Handle) && IsPlace(load.Space, load.At) && load.Length.Value <= 16,
        ZpciOperation.Command command => Drives(state) && command.Body.Value + DriverSteps.Header <= 4096
            && command.Body.Value <= state.Traits.MostStored.Value
            && IsData(command.Data, new ByteCount(4096)) && command.BusyAt is >= 0 and <= 3
            && command.FailAt is >= 0 and <= 3,
        ZpciOperation.Move move => Drives(state) && state.Traits.MostStored.Value == InstructionRules.Block
            && IsData(move.Data, move.Length) && move.At.Value >> 48 == 0
            && (move.At.Value % (DriverSteps.Signal * 2)) + move.Length.Value <= DriverSteps.Signal
            && move.BusyAt is >= 0 and <= 16 && move.FailAt is >= 0 and <= 16,
        ZpciOperation.Copy copy => state.Function == FunctionState.Enabled && IsData(copy.Data, copy.Length)
            && copy.At.Value >> 48 == 0 && copy.At.Value + copy.Length.Value <= state.Traits.BarSize.Value,
        _ => state.Handles.Count > 0 || operation is ZpciOperation.StoreControls,
    };

    // The driver knows no other alignment: a guest that does not use it has no ISM device.
    private static bool Drives(ZpciState state) => state.Function == FunctionState.Enabled
        && state.Traits is { IsIsm: true, Relaxed: true, Surfaced: true, Honoured: true, BarSize.Value: 1ul << 48 };

    private static bool IsMio(ZpciTraits traits) => !traits.GuestMio || (traits.HostMio && traits.DeviceMio);

    private static bool Has(ZpciState state, HandleChoice handle) =>
        state.Handles.Count > (handle == HandleChoice.Former ? 1 : 0);

    private static bool IsPlace(int space, BarOffset at) =>
        space is 0 or 2 or InstructionRules.Configuration && at.Value >> 48 == 0;

    private static bool IsData(Gpa data, ByteCount length) =>
        length.Value is > 0 and <= Longest && data.Value <= 1ul << 40;
}
