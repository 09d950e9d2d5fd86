namespace IoSpec.Reference.Iommu;

/// <summary>The kinds of place to which requests go.</summary>
public enum PlaceKind
{
    /// <summary>Nowhere.</summary>
    Blocked,

    /// <summary>Straight through.</summary>
    Through,

    /// <summary>A domain.</summary>
    Domain,
}
