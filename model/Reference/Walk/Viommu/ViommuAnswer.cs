using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What a device writes into the buffer of a request.</summary>
/// <remarks>
/// Source: virtio 1.3, 5.13.6, struct virtio_iommu_req_tail, and 5.13.6.7, struct virtio_iommu_probe_property.
/// </remarks>
internal static class ViommuAnswer
{
    /// <summary>The length of a property RESV_MEM.</summary>
    public const int PropertyBytes = 24;

    private const byte ReservedMemory = 1;

    /// <summary>Writes an answer.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="request">The request.</param>
    /// <param name="status">How it ends.</param>
    /// <returns>The observation.</returns>
    public static WalkObservation.Answered Of(ViommuUnit unit, ViommuRules rules, ViommuBytes request, int status)
    {
        var buffer = new byte[request.Room];
        buffer.AsSpan().Fill(WalkObservation.Answered.Filler);
        if (status == ViommuStatus.Unwritten) return Of(buffer, 0);
        buffer.AsSpan().Clear();
        if (request.Type == ViommuRequest.Probe && status == ViommuStatus.Ok) WriteProperties(unit, rules, buffer);
        buffer[^ViommuRequest.TailBytes] = (byte)status;
        return Of(buffer, buffer.Length);
    }

    /// <summary>The bytes of a buffer.</summary>
    /// <param name="seen">What was seen of it.</param>
    /// <param name="room">Its length.</param>
    /// <returns>The bytes; null if it is not of that length.</returns>
    public static byte[]? BytesOf(WalkObservation.Answered seen, int room)
    {
        if (seen.Words.Count != (room + 7) / 8 || seen.Used.Value > (ulong)room) return null;
        var all = new byte[seen.Words.Count * 8];
        for (var i = 0; i < seen.Words.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(all.AsSpan(i * 8), seen.Words[i].Value);
        return all[..room];
    }

    /// <summary>Reads a property.</summary>
    /// <param name="bytes">Where it starts.</param>
    /// <returns>The region that it tells; null if it is no sound RESV_MEM.</returns>
    public static ViommuRegion? RegionOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < PropertyBytes || BinaryPrimitives.ReadUInt16LittleEndian(bytes) != ReservedMemory)
            return null;
        if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]) != PropertyBytes - 4 || bytes[4] > 1) return null;
        return new ViommuRegion(
            new IovaRange(
                new Iova(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])),
                new Iova(BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]))),
            IsDoorbell: bytes[4] == 1);
    }

    private static void WriteProperties(ViommuUnit unit, ViommuRules rules, Span<byte> into)
    {
        foreach (var region in unit.Regions.AsSpan())
        {
            var (first, last) = rules.BoundsOf(region);
            BinaryPrimitives.WriteUInt16LittleEndian(into, ReservedMemory);
            BinaryPrimitives.WriteUInt16LittleEndian(into[2..], PropertyBytes - 4);
            into[4] = (byte)(region.IsDoorbell ? 1 : 0);
            BinaryPrimitives.WriteUInt64LittleEndian(into[8..], first);
            BinaryPrimitives.WriteUInt64LittleEndian(into[16..], last);
            into = into[PropertyBytes..];
        }
    }

    private static WalkObservation.Answered Of(byte[] buffer, int used)
    {
        var all = new byte[(buffer.Length + 7) / 8 * 8];
        buffer.CopyTo(all, 0);
        var words = new List<Word>();
        for (var i = 0; i < all.Length; i += 8)
            words.Add(new Word(BinaryPrimitives.ReadUInt64LittleEndian(all.AsSpan(i))));
        return new WalkObservation.Answered(new ByteCount((ulong)used), [.. words]);
    }
}
