namespace IoSpec.Reference.Iommu;

/// <summary>A version that must not be used any more, kept to name what an implementation still uses.</summary>
/// <param name="Version">The version.</param>
/// <param name="Ended">What ended its use.</param>
public readonly record struct Former(Extent Version, Retirement Ended);
