using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using static IoSpec.Contracts.Migration.MigrationObservation;

namespace IoSpec.Reference.Migration;

/// <summary>What the model of a device of the first version answers; changes nothing.</summary>
public static class RegionAnswer
{
    private static readonly Failed Invalid = new(MigrationError.Invalid);

    /// <summary>Answers an operation.</summary>
    /// <param name="device">The device before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(RegionModel device, MigrationOperation operation) => operation switch
    {
        MigrationOperation.ReadField read => new Holds(new Word(Field(device, read.Field))),
        MigrationOperation.SetBits set => IsDone(device, set.To) ? Done.Instance : Invalid,
        MigrationOperation.CopyOut => new Transferred(new ByteCount(device.WordBytes * (ulong)device.NextSegment)),
        MigrationOperation.CopyIn copy => Takes(device, copy) ? Done.Instance : Invalid,
        MigrationOperation.ReadRegister read => new Holds(device.Registers[read.Register.Value]),
        MigrationOperation.Watch => new Active(device.Work & device.Rules.Permitted(device.Bits)),
        MigrationOperation.WriteReserved or MigrationOperation.WriteRegister or MigrationOperation.StartWork
            or MigrationOperation.Reset or MigrationOperation.FailNext => Done.Instance,
        _ => Invalid,
    };

    /// <summary>Whether a change is done.</summary>
    internal static bool IsDone(RegionModel device, RegionBits to) =>
        IsTaken(device, to) && (device.FailAfter is null || to == device.Bits);

    /// <summary>Whether a change is tried: one that is not changes nothing.</summary>
    internal static bool IsTaken(RegionModel device, RegionBits to) =>
        device.Rules.IsLegal(device.Traits, to) && device.Rules.Takes(device.Bits, to, device.Left.Count)
        && !(device.CannotLoad && RegionWord.Loads(device.Bits) && !RegionWord.Loads(to));

    /// <summary>Whether a segment is taken.</summary>
    internal static bool Takes(RegionModel device, MigrationOperation.CopyIn copy) =>
        RegionWord.Loads(device.Bits) && device.Segments.ContainsKey(copy.Segment.Step);

    private static ulong Field(RegionModel device, RegionField field) => field switch
    {
        RegionField.DeviceState => (ulong)device.Bits,
        RegionField.Reserved => device.Reserved.Value,
        RegionField.PendingBytes => device.WordBytes * (ulong)Math.Max(
            Math.Min(device.Rules.WordsKept, device.Left.Count), device.Left.Count - device.Committed),
        RegionField.DataOffset => device.Rules.DataOffset.Value,
        _ => device.WordBytes * (ulong)device.Committed,
    };
}
