using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Viommu;

/// <summary>The domains of a case, and what sound requests about them say.</summary>
internal static class ViommuPlan
{
    private static readonly DomainId[] Numbers = [new(1), new(2), new(3), new(0x101)];

    public static ViommuUnit UnitOf(WalkState plan) => new((WalkUnit.Viommu)plan.Configuration.Unit);

    /// <summary>Any domain that a case may have.</summary>
    public static DomainId Any(WalkState plan, ref Choices choices)
    {
        var domain = Numbers[choices.Below(Numbers.Length)];
        return UnitOf(plan).Has(domain) ? domain : Numbers[0];
    }

    /// <summary>A domain that exists, if there is one; mostly that of an endpoint.</summary>
    public static DomainId Existing(WalkState plan, RequesterId endpoint, ref Choices choices)
    {
        if (!choices.OneIn(4) && plan.Domains.Of(endpoint) is { } own) return own;
        var devices = plan.Configuration.Devices;
        return plan.Domains.Of(devices[choices.Below(devices.Count)].Requester) ?? Any(plan, ref choices);
    }

    /// <summary>An ATTACH of an endpoint: to a domain of its own, or to one that there is.</summary>
    public static ViommuBytes Attach(WalkState plan, RequesterId endpoint, ref Choices choices)
    {
        var domain = Any(plan, ref choices);
        var isBypass = plan.Domains.IsBypass(domain) ?? (UnitOf(plan).HasBypass && choices.OneIn(6));
        return ViommuRequest.OfAttach(domain, endpoint, isBypass ? ViommuRequest.Bypass : 0);
    }

    /// <summary>A DETACH of an endpoint.</summary>
    public static ViommuBytes Detach(WalkState plan, RequesterId endpoint, ref Choices choices) =>
        ViommuRequest.OfDetach(plan.Domains.Of(endpoint) ?? Any(plan, ref choices), endpoint);

    /// <summary>A MAP of a few pages around an address, which leads to a frame.</summary>
    public static ViommuBytes Map(WalkState plan, RequesterId endpoint, Iova at, ref Choices choices)
    {
        var granule = UnitOf(plan).Granule;
        var to = granule == Page.Bytes
            ? FrameDraw.Next(plan, ref choices)
            : FrameDraw.Aligned(plan, granule, ref choices) ?? FrameDraw.Next(plan, ref choices);
        var start = at.Value & ~(granule - 1);
        var before = choices.OneIn(2) ? 0ul : Math.Min(choices.Below(4ul) * granule, start);
        before = Math.Min(before, to.Value & ~(granule - 1));
        var pages = choices.Below(8) switch
        {
            0 => 1ul << choices.Below(16),
            < 4 => 1ul,
            _ => 1 + choices.Below(6ul),
        };
        var first = start - before;
        var last = unchecked(start + (pages * granule) - 1);
        if (last < start) last = ulong.MaxValue;
        return ViommuRequest.OfMap(
            Existing(plan, endpoint, ref choices), new IovaRange(new Iova(first), new Iova(last)),
            new Gpa(to.Value - before), Flags(plan, ref choices));
    }

    /// <summary>An UNMAP: of a mapping, of several, of nothing, of everything.</summary>
    public static ViommuBytes Unmap(WalkState plan, RequesterId endpoint, Iova at, ref Choices choices)
    {
        var domain = Existing(plan, endpoint, ref choices);
        var mappings = plan.Domains.MappingsOf(domain);
        var around = new IovaRange(at.PageStart(), new Iova(at.Value | (Page.Bytes - 1)));
        var touched = plan.Domains.Touched(domain, around);
        if (touched.Count > 0 && !choices.OneIn(4)) return ViommuRequest.OfUnmap(domain, touched[0].Range);
        if (mappings.Count == 0 || choices.OneIn(6))
            return ViommuRequest.OfUnmap(domain, choices.OneIn(2) ? around : UnitOf(plan).Input);

        // From the start of one to the end of another, whatever is between; or with a hole after it.
        var one = mappings[choices.Below(mappings.Count)].Range;
        var other = mappings[choices.Below(mappings.Count)].Range;
        var first = Math.Min(one.First.Value, other.First.Value);
        var last = Math.Max(one.Last.Value, other.Last.Value);
        if (choices.OneIn(4) && last < ulong.MaxValue - Page.Bytes) last += Page.Bytes;
        return ViommuRequest.OfUnmap(domain, new IovaRange(new Iova(first), new Iova(last)));
    }

    /// <summary>A PROBE of an endpoint.</summary>
    public static ViommuBytes Probe(WalkState plan, RequesterId endpoint) =>
        ViommuRequest.OfProbe(endpoint, UnitOf(plan).ProbeSize);

    private static uint Flags(WalkState plan, ref Choices choices) => choices.Below(8) switch
    {
        0 => ViommuRequest.Read,
        1 => ViommuRequest.Write,
        2 => (uint)choices.Below(UnitOf(plan).HasMmio ? 8 : 4),
        _ => ViommuRequest.Read | ViommuRequest.Write,
    };
}
