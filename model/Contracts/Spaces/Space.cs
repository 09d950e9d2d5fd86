namespace IoSpec.Contracts;

/// <summary>To which addresses a number belongs: the same number means another byte in another space.</summary>
/// <param name="Level">Whose space it is: 0 the host's, 1 a guest's, 2 a guest's of that guest.</param>
/// <param name="Kind">What its addresses are meant for.</param>
/// <param name="Requester">Of a bus space, whose requests; null for any, and for the other kinds.</param>
public readonly record struct Space(int Level, AddressKind Kind, RequesterId? Requester)
{
    /// <summary>The physical memory of the one guest: <see cref="Contracts.Gpa"/>.</summary>
    public static Space Gpa => new(1, AddressKind.Physical, null);

    /// <summary>A process of the host: <see cref="Contracts.Hva"/>.</summary>
    public static Space Hva => new(0, AddressKind.Virtual, null);

    /// <summary>The physical memory of the host: <see cref="Contracts.Hpa"/>.</summary>
    public static Space Hpa => new(0, AddressKind.Physical, null);

    /// <summary>The bus addresses that the one guest hands out: <see cref="Contracts.Iova"/>.</summary>
    /// <param name="requester">Whose requests; null for any.</param>
    /// <returns>The space.</returns>
    public static Space Iova(RequesterId? requester = null) => new(1, AddressKind.Bus, requester);
}
