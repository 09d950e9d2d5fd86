using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>Collects the descriptors of a chain of a packed queue: they follow each other.</summary>
internal static class PackedWalk
{
    private const int DescriptorBytes = 16;

    /// <summary>Collects the chain at the place where the device is.</summary>
    /// <param name="device">The device.</param>
    /// <param name="chain">Takes the descriptors of buffers.</param>
    /// <param name="run">What happens meanwhile.</param>
    /// <param name="id">The id of the chain: that of its last descriptor.</param>
    /// <param name="places">How many places it takes.</param>
    /// <returns>What it came to.</returns>
    public static ChainWalk.Result Of(
        DeviceModel device, List<Descriptor> chain, DeviceRun run, out int id, out int places)
    {
        var size = device.Size;
        (id, places) = (0, 0);
        for (var at = run.Last; places < size; at++)
        {
            var place = device.Rules.PlaceAfter(run.Last % size, places, size);
            if (!FetchAt(device, device.Ring!.Value, place, run, out var descriptor, out _))
                return ChainWalk.Result.Blocked;

            // What the driver has not made available again is of the past: nothing is said of it.
            var isPast = at >= device.Memory.Made;
            run.IsMisused |= isPast;
            if (isPast && !device.Rules.ReadsThePast) return ChainWalk.Result.Wrong;
            places++;
            id = places == 1 ? descriptor.Next : device.Rules.Id(id, descriptor.Next);
            if ((descriptor.Flags & DescriptorFlags.Indirect) != 0)
            {
                // A table is a chain by itself.
                run.IsMisused |= places > 1 || (descriptor.Flags & DescriptorFlags.Next) != 0;
                return places > 1 ? ChainWalk.Result.Wrong : Table(device, descriptor, chain, run);
            }

            if (!ChainWalk.Take(device.Rules, descriptor, chain, run)) return ChainWalk.Result.Wrong;
            if ((descriptor.Flags & DescriptorFlags.Next) == 0) return ChainWalk.Result.Right;
        }

        run.IsMisused = true;
        return ChainWalk.Result.Wrong;
    }

    /// <summary>Reads the descriptor of a place that is counted from the start on.</summary>
    public static bool Fetch(
        DeviceModel device, int count, DeviceRun run, out Descriptor descriptor, out ushort flags) =>
        FetchAt(device, device.Ring!.Value, count % device.Size, run, out descriptor, out flags);

    // All entries of a table belong to the chain; of their flags one counts.
    private static ChainWalk.Result Table(
        DeviceModel device, Descriptor table, List<Descriptor> chain, DeviceRun run)
    {
        if (!device.Rules.FollowsTables(device.Accepted))
        {
            run.RefusedTable = true;
            return ChainWalk.Result.Wrong;
        }

        run.MetTable = true;
        var count = (int)Math.Min(table.Length.Value / DescriptorBytes, VirtioLayout.TableSize);
        if ((table.Flags & DescriptorFlags.Next) != 0 || count == 0 || table.Length.Value % DescriptorBytes != 0
            || device.Rules.RefusesTable(table.At)) return ChainWalk.Result.Wrong;
        run.IsMisused |= count > device.Size;
        if (count > device.Size) return ChainWalk.Result.Wrong;
        for (var place = 0; place < count; place++)
        {
            if (!FetchAt(device, table.At, place, run, out var descriptor, out _)) return ChainWalk.Result.Blocked;
            var flags = descriptor.Flags & DescriptorFlags.Write;
            if (!ChainWalk.Take(device.Rules, descriptor with { Flags = flags }, chain, run))
                return ChainWalk.Result.Wrong;
            if (device.Rules.EndsTable(descriptor.Flags)) break;
        }

        return ChainWalk.Result.Right;
    }

    private static bool FetchAt(
        DeviceModel device, Iova table, int place, DeviceRun run, out Descriptor descriptor, out ushort flags)
    {
        Span<byte> bytes = stackalloc byte[DescriptorBytes];
        (descriptor, flags) = (default, 0);
        if (!DeviceAccess.Read(device, table.Plus((ulong)place * DescriptorBytes), bytes, run)) return false;
        flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]);
        descriptor = new Descriptor(
            new Iova(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            new ByteCount(BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..])),
            PackedFlags.Plain(flags), BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]));
        return true;
    }
}
