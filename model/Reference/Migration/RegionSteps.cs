using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What an operation changes in the model of a device of the first version.</summary>
public static class RegionSteps
{
    /// <summary>Does an operation.</summary>
    /// <param name="device">The device, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="step">The number of the step.</param>
    public static void Do(RegionModel device, MigrationOperation operation, int step)
    {
        switch (operation)
        {
            case MigrationOperation.ReadField { Field: RegionField.PendingBytes }: Acknowledge(device); break;
            case MigrationOperation.ReadField { Field: RegionField.DataOffset }: Commit(device); break;
            case MigrationOperation.SetBits set: Set(device, set.To); break;
            case MigrationOperation.WriteReserved write when device.Rules.ReservedHolds:
                device.Reserved = write.Value;
                break;
            case MigrationOperation.CopyOut: device.Segments[step] = [.. device.Left.Take(device.Committed)]; break;
            case MigrationOperation.CopyIn copy when RegionAnswer.Takes(device, copy):
                Receive(device, device.Segments[copy.Segment.Step]);
                break;
            case MigrationOperation.WriteRegister write when RegionWord.Runs(device.Bits): Store(device, write); break;
            case MigrationOperation.StartWork start when RegionWord.Runs(device.Bits): device.Work = start.Work; break;
            case MigrationOperation.FailNext fail: device.FailAfter = fail.After; break;
            case MigrationOperation.Reset: Reset(device); break;
            default: break;
        }
    }

    private static void Acknowledge(RegionModel device)
    {
        var taken = device.Committed > 0 || !device.Rules.PendingTakes ? device.Committed : device.NextSegment;
        device.Left.RemoveRange(0, Math.Min(taken, Math.Max(0, device.Left.Count - device.Rules.WordsKept)));
        device.Committed = 0;
        if (device.Rules.BeginsAgain && device.Left.Count == 0 && RegionWord.StopsAndSaves(device.Bits))
            Finish(device, device.Bits);
    }

    private static void Commit(RegionModel device)
    {
        if (!RegionWord.Saves(device.Bits)) return;
        if (device.Rules.OffsetMovesOn) Acknowledge(device);
        device.Committed = device.NextSegment;
    }

    private static void Receive(RegionModel device, StreamWord[] segment)
    {
        device.Received.AddRange(segment);
        device.CannotLoad |= !device.Rules.LoadsSegment(segment.Length, device.Window);
    }

    private static void Set(RegionModel device, RegionBits to)
    {
        var from = device.Bits;
        if (!RegionAnswer.IsTaken(device, to) || to == from) return;
        if (device.FailAfter is { } after)
        {
            (device.Bits, device.FailAfter) = (device.Rules.AfterFailure(from, after), null);
            return;
        }

        if (RegionWord.Loads(from) && !RegionWord.Loads(to)) Load(device);
        if (RegionWord.Loads(to) && !RegionWord.Loads(from)) BeginToLoad(device);
        var runsOn = RegionWord.StopsAndSaves(from) && RegionWord.Runs(to);
        if (!RegionWord.Saves(from) || !RegionWord.Saves(to) || runsOn) Begin(device);
        if (RegionWord.Saves(to) && RegionWord.Runs(to) && !(RegionWord.Saves(from) && RegionWord.Runs(from)))
            Stream(device);
        if (RegionWord.StopsAndSaves(to) && !RegionWord.StopsAndSaves(from)) Finish(device, from);
        device.Bits = device.Rules.AfterChange(from, to);
    }

    private static void Begin(RegionModel device)
    {
        device.Left.Clear();
        device.Committed = 0;
    }

    private static void Stream(RegionModel device)
    {
        for (var i = 0; i < device.Registers.Length; i++) device.Left.Add(new StreamWord(i, device.Registers[i]));
    }

    // The device stands still from now on: what it is, is what is streamed last.
    private static void Finish(RegionModel device, RegionBits from)
    {
        if (!device.Rules.StreamsFinalState(from)) return;
        Stream(device);
        device.Left.Add(new StreamWord(device.Registers.Length, new Word((ulong)device.Work)));
    }

    private static void Store(RegionModel device, MigrationOperation.WriteRegister write)
    {
        device.Registers[write.Register.Value] = write.Value;
        var word = new StreamWord((int)write.Register.Value, write.Value);
        if (RegionWord.Saves(device.Bits) && !device.Left.Exists(left => left.Register == word.Register))
            device.Left.Add(word);
    }

    private static void BeginToLoad(RegionModel device)
    {
        device.Received.Clear();
        device.CannotLoad = false;
    }

    private static void Load(RegionModel device)
    {
        foreach (var word in device.Received)
        {
            if (word.Register < device.Registers.Length) device.Registers[word.Register] = word.Value;
            else device.Work = (DeviceWork)word.Value.Value;
        }
    }

    private static void Reset(RegionModel device)
    {
        device.Bits = device.Rules.AfterReset(device.Bits);
        device.FailAfter = null;
        device.Work = DeviceWork.None;
        Array.Clear(device.Registers);
        Begin(device);
    }
}
