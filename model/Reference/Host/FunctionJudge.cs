using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>Tells the judge of the area <c>migration</c> what its functions do, and what is done to them.</summary>
internal static class FunctionJudge
{
    /// <summary>A function is reset, and may not use memory.</summary>
    public static void Renew(HostState state, DeviceState device, ref Verdicts verdicts)
    {
        if (device.Function is not { } function) return;
        var part = state.FunctionBench.Open(verdicts);
        Done(function, new MigrationOperation.Reset(), ref part);
        Done(function, new MigrationOperation.StartWork(DeviceWork.None), ref part);
        state.FunctionBench.Close(part, HostRequirements.Mig02, ref verdicts);
    }

    /// <summary>A function is allowed to use memory, or forbidden to.</summary>
    public static void SetMaster(HostState state, DeviceState device, ref Verdicts verdicts)
    {
        if (device.Function is not { } function) return;
        var part = state.FunctionBench.Open(verdicts);
        Done(function, new MigrationOperation.StartWork(FunctionWords.Work(device.IsMaster)), ref part);
        state.FunctionBench.Close(part, HostRequirements.Mig02, ref verdicts);
    }

    /// <summary>The next change of state of a function is made to fail.</summary>
    public static void Break(DeviceState device, int after)
    {
        var verdicts = new Verdicts([]);
        Done(device.Function!, new MigrationOperation.FailNext(after), ref verdicts);
    }

    /// <summary>A function that was reset has nothing to do.</summary>
    public static void Stop(DeviceState device, ref Verdicts part) =>
        Done(device.Function!, new MigrationOperation.StartWork(DeviceWork.None), ref part);

    /// <summary>At the start no verdict is given.</summary>
    public static void Begin(DeviceState device)
    {
        var verdicts = new Verdicts([]);
        if (device is { Function: { } function, IsMaster: true })
            Done(function, new MigrationOperation.StartWork(FunctionWords.AllWork), ref verdicts);
    }

    /// <summary>A driver gives a function its buffer.</summary>
    public static void Post(HostState state, DeviceState device, Iova at, ref Verdicts verdicts)
    {
        if (device.Function is not { } function) return;
        var part = state.FunctionBench.Open(verdicts);
        Write(function, Toucher.User, FunctionWords.Buffer, new Word(at.Value), ref part);
        Write(function, Toucher.User, FunctionWords.HasBuffer, new Word(1), ref part);
        state.FunctionBench.Close(part, HostRequirements.Mig02, ref verdicts);
    }

    /// <summary>A peer has written to a page of the BAR of a function.</summary>
    public static void Written(HostState state, DeviceState device, int page, ref Verdicts verdicts)
    {
        if (device.Function is not { } function) return;
        var part = state.FunctionBench.Open(verdicts);
        Write(function, Toucher.Peer, FunctionWords.Bar(page), FunctionWords.Mark(state.Step), ref part);
        state.FunctionBench.Close(part, HostRequirements.Mig02, ref verdicts);
    }

    /// <summary>A function of a guest that stands still has used memory, or was told to.</summary>
    public static After Worked(
        HostState state, GuestState guest, DeviceState device, ValueList<HostPiece> pieces, ref Verdicts verdicts)
    {
        var function = device.Function!;
        if (!function.Belief.All(at => StateMachine.IsStopped(at) || StateMachine.IsQuiescent(at)))
            return After.Consistent;
        var part = state.FunctionBench.Open(verdicts);
        var after = Migration.MigrationJudge.Judge(
            function, new MigrationOperation.Watch(), new MigrationObservation.Active(Seen(state, guest, pieces)),
            ref part);
        state.FunctionBench.Close(part, HostRequirements.Mig02, ref verdicts);
        return after;
    }

    private static DeviceWork Seen(HostState state, GuestState guest, ValueList<HostPiece> pieces)
    {
        var work = DeviceWork.None;
        foreach (var piece in pieces.AsSpan())
        {
            if (piece.At is not { } at || Backing.At(state, guest, at) is not { } gpa) continue;
            work |= Backing.BarAt(state, guest, gpa) is null ? DeviceWork.Memory : DeviceWork.Peer;
        }

        return work;
    }

    private static void Write(
        MigrationState function, Toucher by, RegisterIndex register, Word value, ref Verdicts part) =>
        Done(function, new MigrationOperation.WriteRegister(by, register, value), ref part);

    private static void Done(MigrationState function, MigrationOperation operation, ref Verdicts part) =>
        Migration.MigrationJudge.Judge(function, operation, MigrationObservation.Done.Instance, ref part);
}
