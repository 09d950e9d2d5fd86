using IoSpec.Contracts.Zpci;
using Xunit.Abstractions;

namespace IoSpec.Suite.Zpci;

/// <summary>What a PCI function of s390 has to be: derive it, make a target, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class ZpciSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<ZpciConfiguration, ZpciOperation>(campaign, output);
