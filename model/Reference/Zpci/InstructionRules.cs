using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>When an instruction is rejected; where several rules reject it, any of them may be told.</summary>
public static class InstructionRules
{
    /// <summary>The number of the configuration space.</summary>
    public const int Configuration = 15;

    /// <summary>The block that no block store leaves.</summary>
    public const ulong Block = 4096;

    /// <summary>What rejects a block store.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="store">The instruction.</param>
    /// <param name="faults">Takes the reasons; none if it is done.</param>
    public static void BlockStore(ZpciState state, ZpciOperation.BlockStore store, List<Fault> faults)
    {
        var (traits, length) = (state.Traits, store.Length.Value);
        if (store.IsMio && !traits.GuestMio)
        {
            faults.Add(new Fault(ZpciRequirements.Ins04, ProgramCheck.Operation, 0, 0));
            return;
        }

        Function(state, store.Handle, faults);
        if (store.Space == Configuration) faults.Add(new Fault(ZpciRequirements.Ism13, ProgramCheck.None, 1, 20));
        if ((store.At.Value % Block) + length > Block) faults.Add(Rejected(ZpciRequirements.Ism05));
        if (length > traits.MostStored.Value) faults.Add(Rejected(ZpciRequirements.Ism06));
        if (!IsStrict(traits)) return;
        if (!IsAligned(store.At, store.Data, length))
            faults.Add(new Fault(ZpciRequirements.Ins01, ProgramCheck.Specification, 0, 0));
    }

    /// <summary>What rejects a load or a store of a register.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="space">The address space.</param>
    /// <param name="at">The offset.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="faults">Takes the reasons; none if it is done.</param>
    public static void Register(
        ZpciState state, HandleChoice handle, int space, BarOffset at, ByteCount length, List<Fault> faults)
    {
        Function(state, handle, faults);
        var unit = space == Configuration ? 4ul : 8ul;
        var isOfNoLength = length.Value == 0 || (space == Configuration && length.Value == 3);
        if (isOfNoLength || (at.Value % unit) + length.Value > unit)
            faults.Add(new Fault(ZpciRequirements.Ins02, ProgramCheck.Operand, 0, 0));
    }

    /// <summary>Whether a block store keeps to strict alignment.</summary>
    /// <param name="at">The offset.</param>
    /// <param name="data">Where the bytes are.</param>
    /// <param name="length">How many.</param>
    /// <returns>True if it does.</returns>
    public static bool IsAligned(BarOffset at, Gpa data, ulong length) =>
        at.Value % 8 == 0 && data.Value % 8 == 0 && length % 8 == 0 && length > 8;

    /// <summary>Whether a device has to take a load or store of a register: drivers make no others.</summary>
    /// <param name="at">The offset.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>True if it has.</returns>
    public static bool IsNatural(BarOffset at, ulong length) =>
        length is 1 or 2 or 4 or 8 && at.Value % length == 0;

    /// <summary>Whether a function keeps its guest to strict alignment.</summary>
    /// <param name="traits">What the function is.</param>
    /// <returns>True if it does.</returns>
    public static bool IsStrict(ZpciTraits traits) => !traits.Relaxed;

    /// <summary>Whether a block store may reach the device in pieces.</summary>
    /// <param name="traits">What the function is.</param>
    /// <returns>True if it may.</returns>
    public static bool MaySplit(ZpciTraits traits) => IsStrict(traits) && !traits.IsIsm;

    /// <summary>Whether the end of a BAR lies in an access: what then happens to the whole is open.</summary>
    /// <param name="traits">What the function is.</param>
    /// <param name="space">The address space.</param>
    /// <param name="at">The offset.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>True if it does.</returns>
    public static bool IsBeyond(ZpciTraits traits, int space, BarOffset at, ulong length)
    {
        var size = space == Configuration ? traits.ConfigurationSize.Value : traits.BarSize.Value;
        return length > size || at.Value > size - length;
    }

    /// <summary>What rejects every load and store, because of the function's state.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="faults">Takes the reason.</param>
    public static void Function(ZpciState state, HandleChoice handle, List<Fault> faults)
    {
        var isOff = state.Function == FunctionState.Standby
            || (state.Function == FunctionState.Disabled && state.WasEnabled);
        if (handle == HandleChoice.Current && isOff)
            faults.Add(new Fault(ZpciRequirements.Control.Fun07, ProgramCheck.None, 3, 0));
        else if (handle == HandleChoice.Former || state.Function == FunctionState.Disabled)
            faults.Add(new Fault(ZpciRequirements.Ism19, ProgramCheck.None, 3, 0));
        else if (state.Function == FunctionState.Error)
            faults.Add(new Fault(ZpciRequirements.Fun02, ProgramCheck.None, 1, 12));
    }

    private static Fault Rejected(Requirement requirement) =>
        new(requirement, ProgramCheck.Specification, 0, 0, AnyEnd: true);
}
