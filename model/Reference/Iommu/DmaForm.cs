using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>
/// Whether the harness can make an access at all, and whether the implementation has what it asks for.
/// </summary>
public static class DmaForm
{
    /// <summary>Whether the implementation declares what the request carries.</summary>
    /// <param name="traits">What the implementation is.</param>
    /// <param name="dma">The access.</param>
    /// <returns>False if an answer that it is not supported is fine.</returns>
    public static bool IsDeclared(IommuTraits traits, IommuOperation.Dma dma) =>
        (dma.Pasid is null || (traits.Features & IommuFeatures.Pasid) != 0)
        && (dma.AddressType == AddressType.Untranslated || (traits.Features & IommuFeatures.Ats) != 0)
        && (dma.Kind != DmaKind.Execute || (traits.Features & IommuFeatures.Execute) != 0)
        && (!dma.Privileged || (traits.Features & IommuFeatures.Privilege) != 0);

    /// <summary>Whether the access can be made and its outcome be told.</summary>
    /// <param name="state">The state.</param>
    /// <param name="dma">The access.</param>
    /// <returns>False if the step is to be skipped.</returns>
    public static bool Applies(IommuState state, IommuOperation.Dma dma)
    {
        if (state.Configuration.Device(dma.Requester) is not { } device) return false;
        if ((device.Kinds & (DmaKinds)(1 << (int)dma.Kind)) == 0) return false;
        if (!IsDeclared(state.Traits, dma) || dma.AddressType != AddressType.Untranslated) return false;
        if (dma.Length.Value > device.Longest.Value || dma.Length.Value % device.Granule.Value != 0) return false;
        if (dma.At.Value % device.Alignment.Value != 0) return false;
        if (dma.Length.Value > 0 && dma.At.Plus(dma.Length.Value - 1).Value < dma.At.Value) return false;
        if (!device.CrossesPages && Pieces.LengthAt(dma.At, dma.Length, default) != dma.Length) return false;
        var touched = new IovaRange(dma.At, dma.At.Plus(Math.Max(dma.Length.Value, 1) - 1));
        return !state.Traits.IsReserved(touched) && PlacesApply(state, device, dma, touched);
    }

    // A requester that is passed through may only touch the memory of the case; one whose own rings are
    // translated works only while it can reach nothing but domains.
    private static bool PlacesApply(IommuState state, IommuDevice device, IommuOperation.Dma dma, IovaRange touched)
    {
        var attachment = state.Attachment(dma.Requester, dma.Pasid);
        if (attachment is null) return !device.NeedsDomain;
        if (!PlaceApplies(state, device, attachment.Now, touched)) return false;
        foreach (var former in attachment.Former)
        {
            if (former.Phase != LeavingPhase.Gone && !PlaceApplies(state, device, former.Place, touched)) return false;
        }

        return true;
    }

    private static bool PlaceApplies(IommuState state, IommuDevice device, Place place, IovaRange touched)
    {
        if (place.Kind == PlaceKind.Domain) return true;
        if (device.NeedsDomain) return false;
        if (place.Kind == PlaceKind.Blocked) return true;
        var pages = ((touched.Last.Value - touched.First.PageStart().Value) >> Page.Shift) + 1;
        return state.Configuration.Holds(new Gpa(touched.First.PageStart().Value), new PageCount(pages));
    }
}
