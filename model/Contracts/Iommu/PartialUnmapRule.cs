namespace IoSpec.Contracts.Iommu;

/// <summary>What an unmap does that covers a mapping in part.</summary>
public enum PartialUnmapRule
{
    /// <summary>It removes that part; the rest stays.</summary>
    Split,

    /// <summary>It is refused and changes nothing.</summary>
    Refuse,

    /// <summary>It removes the whole mapping.</summary>
    Whole,
}
