using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Suite;
using IoSpec.Suite.Iommu;
using IoSpec.Suite.Migration;

namespace IoSpec.Tests.Suite;

public sealed class OptimizedIommuSpec(SpecCampaign campaign) : IommuSpec(campaign)
{
    protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() => new OptimizedIommu();
}

public sealed class Compliance : ComplianceSpec
{
    // The one device here is faulty on purpose.
    protected override IEnumerable<Type> Ignored => [typeof(MigrationSpec)];
}
