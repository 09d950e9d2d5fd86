using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>Collects the descriptors of a chain.</summary>
internal static class ChainWalk
{
    private const int DescriptorBytes = 16;

    /// <summary>What a chain came to.</summary>
    public enum Result
    {
        Right,
        Wrong,
        Blocked,
    }

    /// <summary>Collects a chain.</summary>
    /// <param name="device">The device.</param>
    /// <param name="head">The place of the first descriptor.</param>
    /// <param name="chain">Takes the descriptors of buffers.</param>
    /// <param name="run">What happens meanwhile.</param>
    /// <returns>What it came to.</returns>
    public static Result Of(DeviceModel device, int head, List<Descriptor> chain, DeviceRun run)
    {
        var size = device.Size;
        var bound = device.Rules.Bound(size, run.LastTable);
        if (head >= bound) return Result.Wrong;
        var place = head;
        for (var count = 0; !device.Rules.GivesUp(count, size); count++)
        {
            if (!Fetch(device, device.Ring!.Value, place, run, out var descriptor)) return Result.Blocked;
            run.IsMisused |= (run.Places & (1ul << place)) != 0;
            run.Places |= 1ul << place;
            if ((descriptor.Flags & DescriptorFlags.Indirect) != 0) return Table(device, descriptor, chain, run);
            if (!Take(device.Rules, descriptor, chain, run)) return Result.Wrong;
            if ((descriptor.Flags & DescriptorFlags.Next) == 0) return Result.Right;
            place = descriptor.Next;
            if (place >= bound) return Result.Wrong;
        }

        return Result.Wrong;
    }

    // A table stands for the rest of the chain: it is not nested, and nothing follows it.
    private static Result Table(DeviceModel device, Descriptor table, List<Descriptor> chain, DeviceRun run)
    {
        if (!device.Rules.FollowsTables(device.Accepted))
        {
            run.RefusedTable = true;
            return Result.Wrong;
        }

        run.MetTable = true;
        var size = (int)Math.Min(table.Length.Value / DescriptorBytes, VirtioLayout.TableSize);
        if ((table.Flags & DescriptorFlags.Next) != 0 || size == 0 || table.Length.Value % DescriptorBytes != 0
            || device.Rules.RefusesTable(table.At)) return Result.Wrong;
        run.LastTable = size;
        var place = 0;
        for (var count = 0; !device.Rules.GivesUp(count, size); count++)
        {
            if (chain.Count >= device.Size) return Result.Wrong;
            if (!Fetch(device, table.At, place, run, out var descriptor)) return Result.Blocked;
            if ((descriptor.Flags & DescriptorFlags.Indirect) != 0 || !Take(device.Rules, descriptor, chain, run))
                return Result.Wrong;
            if ((descriptor.Flags & DescriptorFlags.Next) == 0) return Result.Right;
            place = descriptor.Next;
            if (place >= size) return Result.Wrong;
        }

        return Result.Wrong;
    }

    /// <summary>Takes a descriptor of a buffer.</summary>
    /// <remarks>
    /// Of a buffer without bytes the specification says nothing; devices refuse it, or do not notice.
    /// </remarks>
    /// <returns>False if it is wrong.</returns>
    public static bool Take(VirtioRules rules, Descriptor descriptor, List<Descriptor> chain, DeviceRun run)
    {
        run.IsMisused |= descriptor.Length.Value == 0;
        var isLate = (descriptor.Flags & DescriptorFlags.Write) == 0 && chain.Count > 0
            && (chain[^1].Flags & DescriptorFlags.Write) != 0;
        if (isLate || rules.Refuses(descriptor)) return false;
        chain.Add(descriptor);
        return true;
    }

    private static bool Fetch(DeviceModel device, Iova table, int place, DeviceRun run, out Descriptor descriptor)
    {
        Span<byte> bytes = stackalloc byte[DescriptorBytes];
        descriptor = default;
        var at = table.Plus((ulong)place * DescriptorBytes);
        if (!DeviceAccess.Read(device, at, bytes, run)) return false;
        descriptor = new Descriptor(
            new Iova(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
            new ByteCount(BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..])),
            (DescriptorFlags)BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[14..]));
        return true;
    }
}
