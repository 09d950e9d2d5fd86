namespace IoSpec.Contracts.Iommu;

/// <summary>What a map does where something is mapped already.</summary>
public enum OverlapRule
{
    /// <summary>It is refused and changes nothing.</summary>
    Reject,

    /// <summary>It takes the place of what was there.</summary>
    Replace,
}
