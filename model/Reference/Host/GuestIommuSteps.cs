using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>What a guest's platform does to the guest's IOMMU when devices come, go and change hands.</summary>
/// <remarks>
/// After a requester's own entry the translations of the domain that it left have to go: everything is invalidated.
/// </remarks>
public static class GuestIommuSteps
{
    /// <summary>The guest starts.</summary>
    /// <param name="guest">What it is.</param>
    /// <returns>The operations of the area <c>iommu</c>.</returns>
    public static IEnumerable<IommuOperation> Start(GuestShape guest)
    {
        yield return new IommuOperation.CreateDomain(HostPart.Domain(false));
        if (guest.Nested) yield return new IommuOperation.CreateDomain(HostPart.Domain(true));
    }

    /// <summary>A device comes into a domain, from another one or from outside.</summary>
    /// <param name="device">The device.</param>
    /// <param name="inner">Whether into that of the guest inside.</param>
    /// <returns>The operations of the area <c>iommu</c>.</returns>
    public static IEnumerable<IommuOperation> Enter(DeviceId device, bool inner)
    {
        yield return new IommuOperation.Attach(HostPart.Requester(device), null, HostPart.Domain(inner));
        yield return new IommuOperation.Invalidate(new InvalidationScope.Everything());
    }

    /// <summary>A device leaves.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The operations of the area <c>iommu</c>.</returns>
    public static IEnumerable<IommuOperation> Leave(DeviceId device)
    {
        yield return new IommuOperation.Detach(HostPart.Requester(device), null);
        yield return new IommuOperation.Invalidate(new InvalidationScope.Everything());
    }
}
