using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using static IoSpec.Contracts.Migration.MigrationObservation;

namespace IoSpec.Reference.Migration;

/// <summary>What the model of a device answers; changes nothing.</summary>
public static class DeviceAnswer
{
    private static readonly Failed Invalid = new(MigrationError.Invalid);
    private static readonly Failed Gone = new(MigrationError.Gone);
    private static readonly Failed Other = new(MigrationError.Other);
    private static readonly Moved WithSession = new(true);
    private static readonly Moved WithoutSession = new(false);

    /// <summary>Answers an operation.</summary>
    /// <param name="device">The device before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(DeviceModel device, MigrationOperation operation) => operation switch
    {
        MigrationOperation.GetState => new Reported(device.State),
        MigrationOperation.SetState set => Set(device, set.To),
        MigrationOperation.SetUndefined => Invalid,
        MigrationOperation.Read read => Read(device, read),
        MigrationOperation.Write write => Write(device, write),
        MigrationOperation.PreCopyInfo info => Info(device, info),
        MigrationOperation.DataSize => new Size(new ByteCount(StreamSize.Final(device.Traits).Value * 2)),
        MigrationOperation.ReadRegister read when device.State != DeviceState.Error =>
            new Holds(device.Registers[read.Register.Value]),
        MigrationOperation.WriteRegister or MigrationOperation.StartWork when device.State != DeviceState.Error =>
            Done.Instance,
        MigrationOperation.Watch => new Active(device.Work & device.Rules.Permitted(device.Traits, device.State)),
        MigrationOperation.ReadConfig read when device.Rules.IsConfigurable(device.State) =>
            new Holds(device.Config[read.Register.Value]),
        MigrationOperation.WriteConfig or MigrationOperation.SetVector when device.Rules.IsConfigurable(device.State) =>
            Done.Instance,
        MigrationOperation.Raise raise => Raise(device, raise),
        MigrationOperation.Reset or MigrationOperation.FailNext or MigrationOperation.Close => Done.Instance,
        _ => Gone,
    };

    /// <summary>After how many steps a change fails; null if it does not.</summary>
    /// <param name="device">The device.</param>
    /// <param name="path">The states that the change passes.</param>
    /// <returns>The number of steps that are done.</returns>
    internal static int? FailsAfter(DeviceModel device, in StatePath path)
    {
        if (path.Steps == 0) return null;
        var leavesResuming = path[0] == DeviceState.Resuming;
        if (leavesResuming && !device.Rules.Loads(device.Traits, device.Current?.Reception ?? Reception.Incomplete))
            return 0;
        return device.FailAfter is { } after ? Math.Min(after, path.Steps - 1) : null;
    }

    private static Observation Set(DeviceModel device, DeviceState to)
    {
        var path = device.Rules.Path(device.Traits, device.State, to);
        if (path.IsNone) return Invalid;
        if (FailsAfter(device, path) is not null) return Other;
        var opens = path.Steps > 0 && device.Rules.Opens(path.BeforeLast(), to);
        return opens ? WithSession : WithoutSession;
    }

    private static Observation Read(DeviceModel device, MigrationOperation.Read read)
    {
        if (device.Session(read.Session) is not { } session || !device.IsOpen(session)) return Gone;
        var count = Math.Min(read.Length.Value, session.Left.Value);
        if (count > 0) return new Transferred(new ByteCount(count));
        return device.State == DeviceState.StopCopy ? EndOfStream.Instance : NothingNow.Instance;
    }

    private static Observation Write(DeviceModel device, MigrationOperation.Write write)
    {
        if (device.Session(write.Session) is not { } session || !device.IsOpen(session)) return Gone;
        if (device.Session(write.Source) is not { } source) return Gone;
        var count = new ByteCount(Math.Min(write.Length.Value, session.LeftOf(source, write.Skip).Value));
        return device.Rules.Takes(session.Next, count) ? new Transferred(count) : Invalid;
    }

    private static Observation Info(DeviceModel device, MigrationOperation.PreCopyInfo info)
    {
        if (device.Session(info.Session) is not { } session || !device.IsOpen(session)) return Invalid;
        if (!device.Rules.TellsWhatIsLeft(device.State)) return Invalid;
        return new Left(
            device.Rules.InitialLeft(session.Initial, session.Read), device.Rules.DirtyLeft(session.Dirty));
    }

    private static Observation Raise(DeviceModel device, MigrationOperation.Raise raise)
    {
        var permitted = device.Rules.Permitted(device.Traits, device.State) & DeviceWork.Interrupts;
        return new Arrived(permitted == 0 ? null : device.Vectors[raise.Vector.Value]);
    }
}
