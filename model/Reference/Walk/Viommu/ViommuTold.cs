using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Whether anything is told of a request, so that it can be made.</summary>
/// <remarks>
/// Source: virtio 1.3, 5.13.6.1 to 5.13.6.7, driver requirements. What no driver may send and no device requirement is
/// about, is left out; so is what leaves open what there is afterwards: an endpoint alone in a domain that is put into
/// it once more, or one in a domain that is to be put into one that it does not fit, or that cannot be.
/// </remarks>
internal static class ViommuTold
{
    public static bool IsTold(WalkState state, ValueList<Word> command)
    {
        if (state.Commands.Submitted.Count > 0 || ViommuBytes.Of(command) is not { } request) return false;
        if (!Fits(state, request)) return false;
        if (request.Room < ViommuRequest.TailBytes || request.Length < ViommuRequest.HeadBytes) return true;
        if (request.Length < ViommuRequest.LengthOf(request.Type)) return true;
        var unit = new ViommuUnit((WalkUnit.Viommu)state.Configuration.Unit);
        return request.Type switch
        {
            ViommuRequest.Attach => IsAttach(state, unit, request),
            ViommuRequest.Detach => IsKnown(state, new RequesterId(request.Int(ViommuRequest.Endpoint))),
            ViommuRequest.Map => IsRange(unit, request) && IsMap(unit, request),
            ViommuRequest.Unmap => IsRange(unit, request) && unit.Input.Contains(ViommuRequest.RangeOf(request)),
            ViommuRequest.Probe => IsKnown(state, new RequesterId(request.Int(ViommuRequest.Probed))),
            _ => true,
        };
    }

    // No buffer is longer than the request; some harnesses have none that is too short for a head or a tail.
    private static bool Fits(WalkState state, ViommuBytes request)
    {
        var unit = new ViommuUnit((WalkUnit.Viommu)state.Configuration.Unit);
        var length = ViommuRequest.LengthOf(request.Type);
        var room = ViommuRequest.TailBytes + (request.Type == ViommuRequest.Probe ? (int)unit.ProbeSize.Value : 0);
        if (length > 0 && request.Length > length) return false;
        if (request.Length == 0 && request.Room == 0) return false;
        if (request.Length >= ViommuRequest.HeadBytes && request.Room == room) return true;
        return request.Room <= room && (state.Configuration.Features & WalkFeatures.TightBuffers) != 0;
    }

    private static bool IsAttach(WalkState state, ViommuUnit unit, ViommuBytes request)
    {
        var domain = new DomainId(request.Int(ViommuRequest.Domain));
        var endpoint = new RequesterId(request.Int(ViommuRequest.Endpoint));
        var isBypass = (request.Int(ViommuRequest.AttachFlags) & ViommuRequest.Bypass) != 0;
        if (!IsKnown(state, endpoint) || (isBypass && !unit.HasBypass)) return false;
        if (state.Domains.Of(endpoint) is not { } now) return true;
        if (now == domain && state.Domains.EndpointsOf(domain).Count == 1) return false;
        if (now != domain && !unit.Has(domain)) return false;
        return state.Domains.IsBypass(domain) is not { } own || own == isBypass;
    }

    private static bool IsMap(ViommuUnit unit, ViommuBytes request)
    {
        var (range, to) = (ViommuRequest.RangeOf(request), request.Long(ViommuRequest.To));
        if ((request.Int(ViommuRequest.MapFlags) & ViommuRequest.Mmio) != 0 && !unit.HasMmio) return false;
        return to + (range.Last.Value - range.First.Value) >= to;
    }

    private static bool IsRange(ViommuUnit unit, ViommuBytes request)
    {
        var range = ViommuRequest.RangeOf(request);
        return unit.Has(new DomainId(request.Int(ViommuRequest.Domain))) && range.First.Value < range.Last.Value;
    }

    private static bool IsKnown(WalkState state, RequesterId endpoint) =>
        ViommuUnit.IsForeign(endpoint) || state.Configuration.Device(endpoint) is not null;
}
