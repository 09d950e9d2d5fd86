using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>Tells the judge of the area <c>migration</c> what its functions do, and what is done to them.</summary>
internal static class FunctionJudge
{
    /// <summary>A function is reset, and may not use memory.</summary>
    public static void Renew(DeviceState device)
    {
        if (device.Function is not { } function) return;
        Done(function, new MigrationOperation.Reset());
        Stop(function);
    }

    /// <summary>A function is allowed to use memory, or forbidden to.</summary>
    public static void SetMaster(DeviceState device)
    {
        if (device.Function is { } function)
            Done(function, new MigrationOperation.StartWork(FunctionWords.Work(device.IsMaster)));
    }

    /// <summary>The next change of state of a function is made to fail.</summary>
    public static void Break(MigrationState function, int after) =>
        Done(function, new MigrationOperation.FailNext(after));

    /// <summary>A function that was reset has nothing to do.</summary>
    public static void Stop(MigrationState function) =>
        Done(function, new MigrationOperation.StartWork(DeviceWork.None));

    /// <summary>A driver gives a function its buffer.</summary>
    public static void Post(DeviceState device, Iova at)
    {
        if (device.Function is not { } function) return;
        Write(function, Toucher.User, FunctionWords.Buffer, new Word(at.Value));
        Write(function, Toucher.User, FunctionWords.HasBuffer, new Word(1));
    }

    /// <summary>A peer has written to a page of the BAR of a function.</summary>
    public static void Written(HostState state, DeviceState device, int page)
    {
        if (device.Function is { } function)
            Write(function, Toucher.Peer, FunctionWords.Bar(page), FunctionWords.Mark(state.Step));
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

    private static void Write(MigrationState function, Toucher by, RegisterIndex register, Word value) =>
        Done(function, new MigrationOperation.WriteRegister(by, register, value));

    // What the function answers nobody sees: that is evidence of nothing.
    private static void Done(MigrationState function, MigrationOperation operation)
    {
        var verdicts = new Verdicts([]);
        Migration.MigrationJudge.Judge(function, operation, MigrationObservation.Done.Instance, ref verdicts);
    }
}
