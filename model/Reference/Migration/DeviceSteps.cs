using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What an operation changes in the model of a device.</summary>
public static class DeviceSteps
{
    /// <summary>Does an operation.</summary>
    /// <param name="device">The device, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="step">The number of the step.</param>
    public static void Do(DeviceModel device, MigrationOperation operation, int step)
    {
        switch (operation)
        {
            case MigrationOperation.SetState set: StateSteps.Set(device, set.To, step); break;
            case MigrationOperation.SetUndefined: device.State = device.Rules.AfterRefusal(device.State); break;
            case MigrationOperation.FailNext fail: device.FailAfter = fail.After; break;
            case MigrationOperation.Reset: StateSteps.Reset(device); break;
            case MigrationOperation.Read read: Read(device, read); break;
            case MigrationOperation.Write write: Write(device, write); break;
            case MigrationOperation.Watch: device.State = device.Rules.AfterWatching(device.State); break;
            case MigrationOperation.WriteRegister write when device.Rules.Hears(device.State, write.By):
                Store(device, (int)write.Register.Value, write.Value);
                break;
            case MigrationOperation.StartWork start when Runs(device): device.Work = start.Work; break;
            case MigrationOperation.WriteConfig write when device.Rules.IsConfigurable(device.State):
                device.Config[write.Register.Value] = write.Value;
                break;
            case MigrationOperation.SetVector set when device.Rules.IsConfigurable(device.State):
                device.Vectors[set.Vector.Value] = set.Line;
                break;
            default: break;
        }
    }

    private static bool Runs(DeviceModel device) =>
        StateMachine.IsRunning(device.State) || StateMachine.IsQuiescent(device.State);

    private static void Store(DeviceModel device, int register, Word value)
    {
        if (!Runs(device)) return;
        device.Registers[register] = value;
        if (device.Current is not { IsEnabled: true, Saves: true } session || device.IsDirty[register]) return;
        device.IsDirty[register] = true;
        session.Dirty = new ByteCount(session.Dirty.Value + StreamSize.Changed(device.Traits).Value);
    }

    private static void Read(DeviceModel device, MigrationOperation.Read read)
    {
        if (device.Session(read.Session) is not { } session || !device.IsOpen(session)) return;
        session.Remove(new ByteCount(Math.Min(read.Length.Value, session.Left.Value)));
        if (session.Dirty.Value == 0) Array.Clear(device.IsDirty);
    }

    private static void Write(DeviceModel device, MigrationOperation.Write write)
    {
        if (device.Session(write.Session) is not { } session || !device.IsOpen(session)) return;
        if (device.Session(write.Source) is not { } source) return;
        var count = Math.Min(write.Length.Value, session.LeftOf(source, write.Skip).Value);
        if (!device.Rules.Takes(session.Next, new ByteCount(count))) return;
        var follows = (session.Source is null || session.Source == source) && write.Skip.Value == 0;
        follows &= device.Rules.Follows(session.Next);
        if (!follows || write.Tampering != Tampering.None) session.TookOther = true;
        if (session.Source != source) session.Next = default;
        session.Source = source;
        session.Next = new ByteCount(session.Next.Value + write.Skip.Value + count);
    }
}
