using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What became of a chain.</summary>
/// <param name="Written">How many bytes were written from the first writable one on.</param>
/// <param name="Writable">How many may be written.</param>
/// <param name="Readable">How many may be read.</param>
/// <param name="Hidden">How many were written with the zero that was there.</param>
internal readonly record struct Served(ulong Written, ulong Writable, ulong Readable, ulong Hidden);

/// <summary>Does what a chain asks for.</summary>
internal static class ChainServe
{
    private const ulong HeaderBytes = 16;
    private const ulong SectorBytes = 512;

    /// <summary>Serves a chain.</summary>
    /// <returns>False if the device cannot go on.</returns>
    public static bool Serve(DeviceModel device, List<Descriptor> chain, DeviceRun run, out Served served)
    {
        var (writable, readable) = (0ul, 0ul);
        foreach (var descriptor in chain)
        {
            if (device.Rules.Writes(descriptor)) writable += descriptor.Length.Value;
            else readable += descriptor.Length.Value;
        }

        if (device.Configuration.Device == VirtioDevice.Disk)
            return Request(device, chain, run, new Served(0, writable, readable, 0), out served);
        run.IsMisused |= readable > 0;
        served = new Served(Fill(device, chain, run, device.Rules.Gives(writable)), writable, readable, 0);
        return true;
    }

    // Memory is zero, and a header of zeros asks to read from the first sector.
    private static bool Request(
        DeviceModel device, List<Descriptor> chain, DeviceRun run, Served room, out Served served)
    {
        served = room;
        run.Stops = room.Readable < HeaderBytes || room.Writable == 0
            || chain.Count(d => !device.Rules.Writes(d)) > device.Rules.HeaderParts;
        var isOdd = run.Stops || (room.Writable - 1) % SectorBytes != 0;
        run.IsMisused |= isOdd;
        if (run.Stops) return false;
        run.IsBlind = !ReadsHeader(device, chain, run);
        if (run.IsBlind) return false;
        if (isOdd) return true;
        var written = Fill(device, chain, run, room.Writable - 1);
        var isDone = written == room.Writable - 1 && ReachesStatus(device, chain, run);
        served = room with { Written = written + (isDone ? 1ul : 0), Hidden = 1 };
        return true;
    }

    // What another request of the same kick has written there may or may not be there yet.
    private static bool ReadsHeader(DeviceModel device, List<Descriptor> chain, DeviceRun run)
    {
        foreach (var descriptor in chain)
        {
            if ((descriptor.Flags & DescriptorFlags.Write) != 0) continue;
            for (var done = 0ul; done < descriptor.Length.Value;)
            {
                var source = descriptor.At.Plus(done);
                var part = Math.Min(descriptor.Length.Value - done, Page.Bytes - (source.Value & (Page.Bytes - 1)));
                if (DeviceAccess.Place(device, source, Access.Read, run) is not { } at) return false;
                if (run.Written.Exists(w => w.At.Value < at.Value + part && at.Value < w.At.Value + w.Length))
                    return false;
                done += part;
            }
        }

        return true;
    }

    private static ulong Fill(DeviceModel device, List<Descriptor> chain, DeviceRun run, ulong most)
    {
        var written = 0ul;
        foreach (var descriptor in chain)
        {
            if (!device.Rules.Writes(descriptor)) continue;
            var filled = device.Rules.Fills(Math.Min(descriptor.Length.Value, most));
            most -= Math.Min(descriptor.Length.Value, most);
            if (filled == 0) continue;
            var done = DeviceAccess.Write(device, descriptor.At, filled, run);
            written += done;
            if (done == filled) continue;
            if (device.Configuration.Device != VirtioDevice.Disk && written > 0)
                run.Spared.Add(descriptor.At.Plus(done).PageStart());
            break;
        }

        return written;
    }

    private static bool ReachesStatus(DeviceModel device, List<Descriptor> chain, DeviceRun run)
    {
        var last = chain[^1].At.Plus(chain[^1].Length.Value - 1);
        if (DeviceAccess.Place(device, last, Access.Write, run) is not { } at) return false;
        run.Statuses.Add(at);
        return true;
    }
}
