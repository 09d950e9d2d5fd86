using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>What an access to one page leads to when only what counts now is used.</summary>
/// <param name="Reaches">Whether it reaches memory.</param>
/// <param name="Output">Where: without rights, where it would have.</param>
/// <param name="Reason">Why not, if it does not.</param>
public readonly record struct FreshResult(bool Reaches, Gpa Output, FaultReason Reason)
{
    /// <summary>Walks with what counts now.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="dma">The access.</param>
    /// <param name="at">The address of the piece.</param>
    /// <returns>The result.</returns>
    public static FreshResult Of(IommuState state, IommuRules rules, IommuOperation.Dma dma, Iova at)
    {
        var attachment = state.Attachment(rules.Identify(dma.Requester), rules.Identify(dma.Pasid));
        var place = attachment?.Now ?? Place.Blocked;
        if (place.Kind == PlaceKind.Blocked) return Fault(FaultReason.NotAttached);
        if (place.Kind == PlaceKind.Through) return new FreshResult(true, new Gpa(at.Value), default);
        if (!rules.IsWithinWidth(state.Traits, at)) return Fault(FaultReason.BeyondWidth);
        var domain = state.Domain(place.Domain)!;
        at = rules.LookUp(state.Traits, at);
        if (!domain.TryFind(at, out var leaf)) return Fault(FaultReason.NotPermitted);
        var rights = rules.Combine(leaf.Allowed, IommuWalk.TableRightsNow(domain, at));
        var reaches = rules.Permits(rights, dma.Kind, state.Traits);
        return new FreshResult(reaches, rules.Output(leaf, at), FaultReason.NotPermitted);
    }

    private static FreshResult Fault(FaultReason reason) => new(false, default, reason);
}
