using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What the model does when it is kicked; changes nothing.</summary>
internal static class RingRun
{
    public static DeviceRun Of(DeviceModel device)
    {
        var run = new DeviceRun { Last = device.Last, First = device.Last, Idle = IdleOf(device) };
        if (run.Idle == Idle.No && device.IsPacked) PackedRun.Serve(device, run);
        else if (run.Idle == Idle.No) Serve(device, run);
        run.Seen = Tell(device, run);
        return run;
    }

    private static Idle IdleOf(DeviceModel device)
    {
        // A legacy driver that may use a device before DRIVER_OK does not do so.
        var isLegacy = device.Configuration.IsLegacy();
        if (isLegacy && device.Ring is null) return Idle.NoQueue;
        if (!device.Rules.MayRun(device.Status | (isLegacy ? VirtioStatus.FeaturesOk : VirtioStatus.None)))
            return device.IsRefused ? Idle.Refused : Idle.NoDriverOk;
        if (device.Ring is null) return device.QueueWasReset ? Idle.QueueWasReset : Idle.NoQueue;
        if (!device.IsMaster && !device.Rules.IgnoresBusMaster) return Idle.NoBusMaster;
        return (device.Status & VirtioStatus.NeedsReset) != 0 ? Idle.Stopped : Idle.No;
    }

    private static void Serve(DeviceModel device, DeviceRun run)
    {
        // 1. How many chains the driver has made available.
        Span<byte> word = stackalloc byte[2];
        var ring = device.Ring!.Value.Plus(VirtioLayout.Available);
        run.IsBlind = !DeviceAccess.Read(device, ring.Plus(2), word, run);
        if (run.IsBlind) return;
        var index = BinaryPrimitives.ReadUInt16LittleEndian(word);
        var size = device.Size;
        var available = device.Rules.Available(index, (ushort)run.Last, size);
        run.Available = available;
        run.Stops = available > size;

        // 2. Each of them, in order, until one is wrong or the rings are out of reach.
        for (; available > 0 && !run.Stops; available--)
        {
            var entry = ring.Plus(4 + (2ul * (uint)(run.Last % size)));
            run.IsBlind = !DeviceAccess.Read(device, entry, word, run);
            if (run.IsBlind || !Chain(device, BinaryPrimitives.ReadUInt16LittleEndian(word), run)) return;
            run.Last++;
        }
    }

    // False: the device waits where it is.
    private static bool Chain(DeviceModel device, int head, DeviceRun run)
    {
        var chain = new List<Descriptor>();
        var result = ChainWalk.Of(device, head, chain, run);
        run.IsBlind = result == ChainWalk.Result.Blocked;
        if (run.IsBlind) return false;
        run.Stops = result == ChainWalk.Result.Wrong;
        if (run.Stops || !device.Rules.Uses(device.Size, head)) return !run.Stops;
        return Use(device, chain, head, 1, run);
    }

    /// <summary>Does what a chain asks for, and tells it as used.</summary>
    /// <param name="device">The device.</param>
    /// <param name="chain">The descriptors of its buffers.</param>
    /// <param name="head">By what it is told.</param>
    /// <param name="count">How many entries it takes.</param>
    /// <param name="run">What happens meanwhile.</param>
    /// <returns>False if the device waits where it is.</returns>
    public static bool Use(DeviceModel device, List<Descriptor> chain, int head, int count, DeviceRun run)
    {
        run.Descriptors.AddRange(chain);
        if (!ChainServe.Serve(device, chain, run, out var served)) return false;

        // 3. The used ring: the entry, then the index; of a packed queue the place of the first descriptor.
        var place = device.IsPacked ? 16ul * (uint)(run.Last % device.Size) : VirtioLayout.Used;
        run.IsBlind = DeviceAccess.Place(device, device.Ring!.Value.Plus(place), Access.Write, run) is null;
        if (run.IsBlind) return false;
        var length = device.Rules.UsedLength(served.Written, served.Writable, served.Readable);
        var entry = new UsedEntry(
            device.Rules.UsedHead(head, chain.Count - 1), new ByteCount(length),
            device.IsPacked && device.Rules.Marks(length));
        var isSeen = !device.IsPacked || device.Rules.IsShown(PackedFlags.WrapOf(run.Last, device.Size));
        for (var i = 0; i < device.Rules.TimesUsed && isSeen; i++) run.Used.Add(entry);
        run.Spans.Add(new UsedSpan(run.Last, count, entry));
        run.Room.Add(served.Writable - served.Hidden);
        run.Hidden += served.Hidden;
        return true;
    }

    private static bool Wants(DeviceModel device, DeviceRun run) => EventIndex.Distance(device, run) is { } distance
        ? device.Rules.IsEvent(distance, EventIndex.Used(run))
        : device.WantsInterrupts;

    private static VirtioObservation.Ran Tell(DeviceModel device, DeviceRun run)
    {
        var tells = device.Rules.TellsThatItStopped && device.Configuration.TellsThatItStopped();
        var stopped = run.Stops && tells ? VirtioStatus.NeedsReset : VirtioStatus.None;
        run.Faults.Sort();
        return new VirtioObservation.Ran(
            [.. run.Used], Runs.Of(run.Written), device.Rules.Interrupts(Wants(device, run), run.Used.Count),
            device.Status | stopped, device.Recorded(run.Faults));
    }
}
