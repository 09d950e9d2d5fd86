using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>When an instruction that controls a function is rejected.</summary>
public static class ControlRules
{
    /// <summary>What rejects MPCIFC.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="modify">The instruction.</param>
    /// <param name="faults">Takes the reasons; none if it is done.</param>
    public static void Modify(ZpciState state, ZpciOperation.Modify modify, List<Fault> faults)
    {
        if (modify.Fib == FibShape.Unaligned) faults.Add(Unaligned);
        Handle(state, modify.Handle, faults);
        if (modify.Fib == FibShape.OtherFormat || modify.Control == FunctionControl.Unknown) faults.Add(Impossible);
        if (modify.DmaSpace != 0) faults.Add(OtherSpace);
        var registered = modify.Control is FunctionControl.RegisterInterrupts or FunctionControl.DeregisterInterrupts
            ? state.HasInterrupts
            : state.HasTables;
        var adds = modify.Control is FunctionControl.RegisterInterrupts or FunctionControl.RegisterTables;
        if (modify.Control != FunctionControl.Unknown && adds == registered)
            faults.Add(new Fault(ZpciRequirements.Control.Ioa01, ProgramCheck.None, 1, 24));
        var takes = modify.Control is FunctionControl.RegisterTables or FunctionControl.ReregisterTables;
        if (takes && modify.Fib >= FibShape.BelowAperture) faults.Add(Impossible);
    }

    /// <summary>What rejects STPCIFC.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="store">The instruction.</param>
    /// <param name="faults">Takes the reasons; none if it is done.</param>
    public static void StoreControls(ZpciState state, ZpciOperation.StoreControls store, List<Fault> faults)
    {
        if (store.IsUnaligned) faults.Add(Unaligned);
        if (store.DmaSpace != 0) faults.Add(OtherSpace);
        if (state.Function == FunctionState.Standby || store.Handle == HandleChoice.Former) faults.Add(NoHandle);
    }

    /// <summary>What rejects RPCIT.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="refresh">The instruction.</param>
    /// <param name="faults">Takes the reasons; none if it is done.</param>
    public static void Refresh(ZpciState state, ZpciOperation.Refresh refresh, List<Fault> faults)
    {
        Handle(state, refresh.Handle, faults);
        if (faults.Count > 0) return;
        if (state.Function == FunctionState.Error)
            faults.Add(new Fault(ZpciRequirements.Control.Ref03, ProgramCheck.None, 1, 40));
        else if (!state.HasTables || refresh.Range != RefreshRange.Inside)
            faults.Add(new Fault(ZpciRequirements.Control.Ref02, ProgramCheck.None, 1, 8, AnyStatus: true));
    }

    /// <summary>What rejects an instruction for a space that the function does not have.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="elsewhere">The instruction.</param>
    /// <param name="faults">Takes the reasons.</param>
    public static void Elsewhere(ZpciState state, ZpciOperation.Elsewhere elsewhere, List<Fault> faults)
    {
        InstructionRules.Function(state, HandleChoice.Current, faults);
        faults.Add(elsewhere.IsBar
            ? new Fault(ZpciRequirements.Control.Ins07, ProgramCheck.Operand, 0, 0, AnyEnd: true)
            : new Fault(ZpciRequirements.Control.Ins07, ProgramCheck.None, 1, 20));
    }

    /// <summary>Why an odd pair of registers is rejected.</summary>
    public static Fault OddPair => Unaligned;

    private static Fault Unaligned => new(ZpciRequirements.Control.Ins05, ProgramCheck.Specification, 0, 0);

    private static Fault Impossible => new(ZpciRequirements.Control.Ioa04, ProgramCheck.Operand, 0, 0);

    private static Fault OtherSpace => new(ZpciRequirements.Control.Ioa03, ProgramCheck.None, 1, 28);

    private static Fault NoHandle => new(ZpciRequirements.Control.Fun09, ProgramCheck.None, 3, 0);

    private static void Handle(ZpciState state, HandleChoice handle, List<Fault> faults)
    {
        if (handle == HandleChoice.Former || state.Function is FunctionState.Disabled or FunctionState.Standby)
            faults.Add(NoHandle);
    }
}
