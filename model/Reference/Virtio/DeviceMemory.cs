using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The guest's memory as far as the driver writes it: the page of the rings and that of the table.</summary>
internal sealed class DeviceMemory
{
    private const int DescriptorBytes = 16;
    private byte[]? _written;
    private readonly List<(int Id, int End)> _ids = [];

    /// <summary>How many chains the driver has made available; of a packed queue, how many descriptors.</summary>
    public int Made { get; private set; }

    // Most devices of a whole host have no driver.
    private byte[] Bytes => _written ??= new byte[2 * (int)Page.Bytes];

    public void Clear()
    {
        Array.Clear(Bytes);
        Made = 0;
        _ids.Clear();
    }

    public void EmptyRings()
    {
        Bytes.AsSpan(0, (int)Page.Bytes).Clear();
        Made = 0;
        _ids.Clear();
    }

    /// <summary>Writes a descriptor into the table of a page.</summary>
    public void Write(int page, int place, Descriptor descriptor)
    {
        var at = Bytes.AsSpan((page * (int)Page.Bytes) + (place * DescriptorBytes), DescriptorBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(at, descriptor.At.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)descriptor.Length.Value);
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)descriptor.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], (ushort)descriptor.Next);
    }

    /// <summary>Makes a chain available: the entry before the index.</summary>
    public void MakeAvailable(int head, int size)
    {
        var ring = Bytes.AsSpan((int)VirtioLayout.Available);
        BinaryPrimitives.WriteUInt16LittleEndian(ring[(4 + (2 * (Made % size)))..], (ushort)head);
        Made++;
        BinaryPrimitives.WriteUInt16LittleEndian(ring[2..], (ushort)Made);
    }

    /// <summary>Makes a chain available in a packed queue: the id is that of the last descriptor.</summary>
    public void MakePacked(VirtioOperation.Offer offer, int size)
    {
        for (var i = 0; i < offer.Chain.Count; i++, Made++)
        {
            var id = i == offer.Chain.Count - 1 ? offer.Head : offer.Chain[i].Next;
            var flags = PackedFlags.Available(offer.Chain[i].Flags, PackedFlags.WrapOf(Made, size));
            StorePacked(Made % size, offer.Chain[i] with { Next = id }, flags);
        }

        _ids.Add((offer.Head, Made));
    }

    /// <summary>Marks a chain as used at a place of a packed queue.</summary>
    public void StoreUsed(int place, UsedEntry entry, ushort flags)
    {
        var at = Bytes.AsSpan(place * DescriptorBytes, DescriptorBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)entry.Length.Value);
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)entry.Head);
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], flags);
    }

    /// <summary>Whether an id stands for a chain of a packed queue that the device has not used.</summary>
    public bool IsTaken(int id, int used) => _ids.Exists(one => one.Id == id && one.End > used);

    private void StorePacked(int place, Descriptor descriptor, ushort flags)
    {
        var at = Bytes.AsSpan(place * DescriptorBytes, DescriptorBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(at, descriptor.At.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)descriptor.Length.Value);
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)descriptor.Next);
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], flags);
    }

    public void WantInterrupts(bool wanted) =>
        BinaryPrimitives.WriteUInt16LittleEndian(
            Bytes.AsSpan((int)VirtioLayout.Available), (ushort)(wanted ? 0 : 1));

    /// <summary>Reads bytes within a page; what the driver never writes is zero.</summary>
    /// <returns>False if there is no memory.</returns>
    public bool Read(Gpa at, Span<byte> into)
    {
        var page = VirtioLayout.PageOf(at.Value);
        if (page < 0) return false;
        if (page > VirtioLayout.TablePage) into.Clear();
        else Bytes.AsSpan((int)(at.Value - VirtioLayout.Base), into.Length).CopyTo(into);
        return true;
    }
}
