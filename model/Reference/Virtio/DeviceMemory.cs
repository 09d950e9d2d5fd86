using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The guest's memory as far as the driver writes it: the page of the rings and that of the table.</summary>
internal sealed class DeviceMemory
{
    private const int DescriptorBytes = 16;
    private readonly byte[] _bytes = new byte[2 * (int)Page.Bytes];

    /// <summary>The driver's count of what it made available.</summary>
    public ushort Index { get; private set; }

    public void Clear()
    {
        Array.Clear(_bytes);
        Index = 0;
    }

    public void EmptyRings()
    {
        _bytes.AsSpan(0, (int)Page.Bytes).Clear();
        Index = 0;
    }

    /// <summary>Writes a descriptor into the table of a page.</summary>
    public void Write(int page, int place, Descriptor descriptor)
    {
        var at = _bytes.AsSpan((page * (int)Page.Bytes) + (place * DescriptorBytes), DescriptorBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(at, descriptor.At.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], (uint)descriptor.Length.Value);
        BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)descriptor.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(at[14..], (ushort)descriptor.Next);
    }

    /// <summary>Makes a chain available: the entry before the index.</summary>
    public void MakeAvailable(int head, int size)
    {
        var ring = _bytes.AsSpan((int)VirtioLayout.Available);
        BinaryPrimitives.WriteUInt16LittleEndian(ring[(4 + (2 * (Index % size)))..], (ushort)head);
        Index++;
        BinaryPrimitives.WriteUInt16LittleEndian(ring[2..], Index);
    }

    public void WantInterrupts(bool wanted) =>
        BinaryPrimitives.WriteUInt16LittleEndian(
            _bytes.AsSpan((int)VirtioLayout.Available), (ushort)(wanted ? 0 : 1));

    /// <summary>Reads bytes within a page; what the driver never writes is zero.</summary>
    /// <returns>False if there is no memory.</returns>
    public bool Read(Gpa at, Span<byte> into)
    {
        var page = VirtioLayout.PageOf(at.Value);
        if (page < 0) return false;
        if (page > VirtioLayout.TablePage) into.Clear();
        else _bytes.AsSpan((int)(at.Value - VirtioLayout.Base), into.Length).CopyTo(into);
        return true;
    }
}
