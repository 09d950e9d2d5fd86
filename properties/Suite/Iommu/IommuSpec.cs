using IoSpec.Contracts.Iommu;
using Xunit.Abstractions;

namespace IoSpec.Suite.Iommu;

/// <summary>What an IOMMU has to be: derive it and say how a target is made, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class IommuSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<IommuConfiguration, IommuOperation>(campaign, output);
