namespace IoSpec.Reference.Iommu;

/// <summary>
/// How much of the past is kept. What may still be used is never dropped silently: it makes ambiguous.
/// </summary>
public static class IommuBounds
{
    /// <summary>The places of one requester that are remembered.</summary>
    public const int FormerPlaces = 8;

    /// <summary>The versions of one domain that may still be used.</summary>
    public const int Superseded = 64;

    /// <summary>The versions of one domain that must not be used any more.</summary>
    public const int Former = 24;

    /// <summary>The versions of one entry among which an access may choose.</summary>
    public const int VersionsOfEntry = 4;

    /// <summary>The results among which an access may choose.</summary>
    public const int Results = 8;

    /// <summary>The refused maps of one domain that are remembered.</summary>
    public const int Refused = 8;
}
