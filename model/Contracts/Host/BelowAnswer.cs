using IoSpec.Contracts.Iommu;

namespace IoSpec.Contracts.Host;

/// <summary>What a guest's IOMMU answered to its layer for DMA mappings.</summary>
/// <param name="Refused">The reason for which it refused; null if it did what was asked.</param>
public readonly record struct BelowAnswer(Refusal? Refused);
