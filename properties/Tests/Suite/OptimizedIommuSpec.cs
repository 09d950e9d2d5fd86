using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Suite;
using IoSpec.Suite.Iommu;

namespace IoSpec.Tests.Suite;

public sealed class OptimizedIommuSpec(SpecCampaign campaign) : IommuSpec(campaign)
{
    protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() => new OptimizedIommu();
}

public sealed class Compliance : ComplianceSpec;
