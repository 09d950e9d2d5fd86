namespace IoSpec.Contracts.Iommu;

/// <summary>A target that is what it is: every configuration for it has these traits, devices and memory.</summary>
/// <param name="Traits">What it is.</param>
/// <param name="Devices">The requesters that the harness can drive.</param>
/// <param name="Domains">The domain ids.</param>
/// <param name="Frames">The memory that may be mapped.</param>
/// <param name="Absent">Features read as absent from the implementation, each with the source of that reading.</param>
/// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
public sealed record IommuCapabilities(
    IommuTraits Traits,
    ValueList<IommuDevice> Devices,
    ValueList<DomainId> Domains,
    ValueList<FrameRegion> Frames,
    ValueList<MissingFeature> Absent,
    ValueList<MissingFeature> Unreachable) : Capabilities;
