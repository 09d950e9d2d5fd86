using System.Buffers.Binary;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>The types of requests, where their fields are, and requests that are made of fields.</summary>
/// <remarks>Source: virtio 1.3, 5.13.6.3 to 5.13.6.7.</remarks>
public static class ViommuRequest
{
    /// <summary>VIRTIO_IOMMU_T_ATTACH.</summary>
    public const byte Attach = 1;

    /// <summary>VIRTIO_IOMMU_T_DETACH.</summary>
    public const byte Detach = 2;

    /// <summary>VIRTIO_IOMMU_T_MAP.</summary>
    public const byte Map = 3;

    /// <summary>VIRTIO_IOMMU_T_UNMAP.</summary>
    public const byte Unmap = 4;

    /// <summary>VIRTIO_IOMMU_T_PROBE.</summary>
    public const byte Probe = 5;

    /// <summary>The length of struct virtio_iommu_req_head.</summary>
    public const int HeadBytes = 4;

    /// <summary>The length of struct virtio_iommu_req_tail.</summary>
    public const int TailBytes = 4;

    /// <summary>VIRTIO_IOMMU_ATTACH_F_BYPASS.</summary>
    public const uint Bypass = 1;

    /// <summary>VIRTIO_IOMMU_MAP_F_READ.</summary>
    public const uint Read = 1;

    /// <summary>VIRTIO_IOMMU_MAP_F_WRITE.</summary>
    public const uint Write = 2;

    /// <summary>VIRTIO_IOMMU_MAP_F_MMIO.</summary>
    public const uint Mmio = 4;

    /// <summary>The field domain of ATTACH, DETACH, MAP and UNMAP.</summary>
    public const int Domain = 4;

    /// <summary>The field endpoint of ATTACH and DETACH.</summary>
    public const int Endpoint = 8;

    /// <summary>The field endpoint of PROBE.</summary>
    public const int Probed = 4;

    /// <summary>The field flags of ATTACH.</summary>
    public const int AttachFlags = 12;

    /// <summary>The fields virt_start of MAP and UNMAP.</summary>
    public const int First = 8;

    /// <summary>The fields virt_end of MAP and UNMAP.</summary>
    public const int Last = 16;

    /// <summary>The field phys_start of MAP.</summary>
    public const int To = 24;

    /// <summary>The field flags of MAP.</summary>
    public const int MapFlags = 32;

    /// <summary>How much the device reads of a request.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The length; 0 for an unknown type.</returns>
    public static int LengthOf(byte type) => type switch
    {
        Attach or Detach => 20,
        Map => 36,
        Unmap => 28,
        Probe => 72,
        _ => 0,
    };

    /// <summary>Where the field reserved of a request is, at its end.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Where it starts; the end of the request if it has none.</returns>
    public static int ReservedOf(byte type) => type switch
    {
        Attach => 16,
        Detach => 12,
        Unmap => 24,
        Probe => 8,
        _ => LengthOf(type),
    };

    /// <summary>Makes an ATTACH.</summary>
    public static ViommuBytes OfAttach(DomainId domain, RequesterId endpoint, uint flags) =>
        Of(Attach, (Domain, 4, domain.Value), (Endpoint, 4, endpoint.Value), (AttachFlags, 4, flags));

    /// <summary>Makes a DETACH.</summary>
    public static ViommuBytes OfDetach(DomainId domain, RequesterId endpoint) =>
        Of(Detach, (Domain, 4, domain.Value), (Endpoint, 4, endpoint.Value));

    /// <summary>Makes a MAP.</summary>
    public static ViommuBytes OfMap(DomainId domain, IovaRange range, Gpa to, uint flags) => Of(
        Map, (Domain, 4, domain.Value), (First, 8, range.First.Value), (Last, 8, range.Last.Value),
        (To, 8, to.Value), (MapFlags, 4, flags));

    /// <summary>Makes an UNMAP.</summary>
    public static ViommuBytes OfUnmap(DomainId domain, IovaRange range) => Of(
        Unmap, (Domain, 4, domain.Value), (First, 8, range.First.Value), (Last, 8, range.Last.Value));

    /// <summary>Makes a PROBE.</summary>
    public static ViommuBytes OfProbe(RequesterId endpoint, ByteCount properties) =>
        Of(Probe, (Probed, 4, endpoint.Value)).In((int)properties.Value + TailBytes);

    /// <summary>The addresses of a MAP or an UNMAP.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The range; its end may be before its start.</returns>
    public static IovaRange RangeOf(ViommuBytes request) =>
        new(new Iova(request.Long(First)), new Iova(request.Long(Last)));

    private static ViommuBytes Of(byte type, params ReadOnlySpan<(int At, int Bytes, ulong Value)> fields)
    {
        var bytes = new byte[LengthOf(type)];
        bytes[0] = type;
        Span<byte> field = stackalloc byte[sizeof(ulong)];
        foreach (var (at, length, value) in fields)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(field, value);
            field[..length].CopyTo(bytes.AsSpan(at));
        }

        return new ViommuBytes(bytes, TailBytes);
    }
}
