using System.Buffers.Binary;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Viommu;

/// <summary>Requests with one thing wrong.</summary>
internal static class ViommuMisuse
{
    /// <summary>A sound request gets one defect of those that its type can have.</summary>
    public static ViommuBytes Spoil(WalkState plan, ViommuBytes request, ref Choices choices)
    {
        switch (choices.Below(8))
        {
            case 0:
                return request.With(1 + choices.Below(3), (byte)(1 << choices.Below(8)));
            case 1 when ViommuRequest.ReservedOf(request.Type) < request.Length:
                var from = ViommuRequest.ReservedOf(request.Type);
                return request.With(
                    choices.OneIn(2) ? request.Length - 1 : from + choices.Below(request.Length - from),
                    (byte)(1 << choices.Below(8)));
            case 2:
                return Short(plan, request, ref choices);
            case 3:
                return OfType(request, ref choices);
            default:
                return request.Type switch
                {
                    ViommuRequest.Attach => Attach(request, ref choices),
                    ViommuRequest.Detach => Detach(plan, request, ref choices),
                    ViommuRequest.Map => Map(plan, request, ref choices),
                    ViommuRequest.Unmap => Unmap(plan, request, ref choices),
                    _ => Put(request, ViommuRequest.Probed, Foreign(plan, ref choices)),
                };
        }
    }

    /// <summary>Any request, sound or not.</summary>
    public static ViommuBytes OfAny(WalkState plan, ref Choices choices)
    {
        var device = plan.Configuration.Devices[choices.Below(plan.Configuration.Devices.Count)].Requester;
        var at = new Iova(choices.Below(16ul) << Page.Shift);
        var request = choices.Below(5) switch
        {
            0 => ViommuPlan.Attach(plan, device, ref choices),
            1 => ViommuPlan.Detach(plan, device, ref choices),
            2 => ViommuPlan.Map(plan, device, at, ref choices),
            3 => ViommuPlan.Unmap(plan, device, at, ref choices),
            _ => ViommuPlan.Probe(plan, device),
        };
        return choices.OneIn(2) ? request : Spoil(plan, request, ref choices);
    }

    private static ViommuBytes Attach(ViommuBytes request, ref Choices choices) => choices.Below(5) switch
    {
        0 => Put(request, ViommuRequest.AttachFlags, 2u << choices.Below(31)),
        1 => Put(request, ViommuRequest.AttachFlags, request.Int(ViommuRequest.AttachFlags) ^ ViommuRequest.Bypass),
        2 => Put(request, ViommuRequest.Domain, choices.OneIn(2) ? 0 : 0x200u << choices.Below(20)),
        3 => Put(request, ViommuRequest.Endpoint, 0xff00u | (uint)choices.Below(256)),
        _ => Put(
            request, ViommuRequest.Endpoint, request.Int(ViommuRequest.Endpoint) | (0x1_0000u << choices.Below(16))),
    };

    private static ViommuBytes Detach(WalkState plan, ViommuBytes request, ref Choices choices) => choices.OneIn(2)
        ? Put(request, ViommuRequest.Domain, ViommuPlan.Any(plan, ref choices).Value)
        : Put(request, ViommuRequest.Endpoint, Foreign(plan, ref choices));

    private static ViommuBytes Map(WalkState plan, ViommuBytes request, ref Choices choices)
    {
        var unit = ViommuPlan.UnitOf(plan);
        var range = ViommuRequest.RangeOf(request);
        switch (choices.Below(8))
        {
            case 0:
                return PutLong(request, ViommuRequest.First, range.First.Value + Odd(unit, ref choices));
            case 1:
                return PutLong(request, ViommuRequest.Last, range.Last.Value - Odd(unit, ref choices));
            case 2:
                return PutLong(request, ViommuRequest.To, request.Long(ViommuRequest.To) + Odd(unit, ref choices));
            case 3:
                return Put(request, ViommuRequest.MapFlags, 8u << choices.Below(29));
            case 4 when unit.Input.Last.Value < ulong.MaxValue:
                var last = unit.Input.Last.Value + unit.Granule;
                return PutLong(
                    choices.OneIn(2) ? PutLong(request, ViommuRequest.First, last + 1 - unit.Granule) : request,
                    ViommuRequest.Last, last);
            case 5 when unit.Regions.Count > 0:
                var region = unit.Regions[choices.Below(unit.Regions.Count)].Range;
                var first = region.First.Value & ~(unit.Granule - 1);
                return PutLong(
                    PutLong(request, ViommuRequest.First, first),
                    ViommuRequest.Last, first + ((1 + choices.Below(2ul)) * unit.Granule) - 1);
            case 6 when plan.Domains.MappingsOf(new DomainId(request.Int(ViommuRequest.Domain))) is { Count: > 0 } all:
                var other = all[choices.Below(all.Count)].Range;
                return PutLong(
                    PutLong(request, ViommuRequest.First, other.Last.Value + 1 - unit.Granule),
                    ViommuRequest.Last, unchecked(other.Last.Value + (choices.Below(2ul) * unit.Granule)));
            default:
                return Put(request, ViommuRequest.Domain, ViommuPlan.Any(plan, ref choices).Value);
        }
    }

    private static ViommuBytes Unmap(WalkState plan, ViommuBytes request, ref Choices choices)
    {
        var (unit, range) = (ViommuPlan.UnitOf(plan), ViommuRequest.RangeOf(request));
        return choices.Below(4) switch
        {
            0 => PutLong(request, ViommuRequest.Last, range.Last.Value - unit.Granule),
            1 => PutLong(request, ViommuRequest.First, range.First.Value + unit.Granule),
            2 => PutLong(request, ViommuRequest.Last, range.First.Value + (range.Last.Value - range.First.Value) / 2),
            _ => Put(request, ViommuRequest.Domain, ViommuPlan.Any(plan, ref choices).Value),
        };
    }

    private static ViommuBytes Short(WalkState plan, ViommuBytes request, ref Choices choices)
    {
        var isTight = (plan.Configuration.Features & WalkFeatures.TightBuffers) != 0;
        if (!isTight || choices.OneIn(2))
        {
            var least = isTight ? 0 : ViommuRequest.HeadBytes;
            return request.Cut(least + choices.Below(request.Length - least));
        }

        return request.In(choices.OneIn(2) ? choices.Below(4) : choices.Below(request.Room));
    }

    private static ViommuBytes OfType(ViommuBytes request, ref Choices choices)
    {
        var type = choices.OneIn(4) ? 0 : ViommuRequest.Probe + 1 + choices.Below(choices.OneIn(2) ? 250 : 3);
        return request.With(0, (byte)type).In(ViommuRequest.TailBytes);
    }

    private static uint Foreign(WalkState plan, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        return choices.OneIn(2)
            ? 0xff00u | (uint)choices.Below(256)
            : devices[choices.Below(devices.Count)].Requester.Value | (0x1_0000u << choices.Below(16));
    }

    private static ulong Odd(ViommuUnit unit, ref Choices choices) =>
        choices.OneIn(2) ? unit.Granule / 2 : 1ul << choices.Below(12);

    private static ViommuBytes Put(ViommuBytes request, int at, uint value)
    {
        Span<byte> field = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        return Put(request, at, field);
    }

    private static ViommuBytes PutLong(ViommuBytes request, int at, ulong value)
    {
        Span<byte> field = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(field, value);
        return Put(request, at, field);
    }

    private static ViommuBytes Put(ViommuBytes request, int at, ReadOnlySpan<byte> field)
    {
        for (var i = 0; i < field.Length; i++) request = request.With(at + i, field[i]);
        return request;
    }
}
