using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Suite;
using IoSpec.Suite.Iommu;

/// <summary>Each requirement of the area is a test.</summary>
public sealed class MyIommuSpec(SpecCampaign campaign) : IommuSpec(campaign)
{
    protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() => new MyIommu();
}

/// <summary>Says which specs are still to be derived.</summary>
public sealed class Compliance : ComplianceSpec;
