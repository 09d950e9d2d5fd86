using IoSpec.Contracts;

namespace IoSpec.Reference.Iommu;

/// <summary>Where the requests of a requester go.</summary>
/// <param name="Kind">Nowhere, straight through, or into a domain.</param>
/// <param name="Domain">The domain, if it is one.</param>
public readonly record struct Place(PlaceKind Kind, DomainId Domain)
{
    /// <summary>Nowhere: every access is blocked.</summary>
    public static Place Blocked => default;

    /// <summary>Straight through, without translation.</summary>
    public static Place Through => new(PlaceKind.Through, default);

    /// <summary>Into a domain.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>The place.</returns>
    public static Place In(DomainId domain) => new(PlaceKind.Domain, domain);
}
