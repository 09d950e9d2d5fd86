using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>An invalidation that was submitted and not awaited.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Step">When it was submitted: what is superseded later it need not cover.</param>
public readonly record struct SubmittedInvalidation(InvalidationScope Scope, int Step);
