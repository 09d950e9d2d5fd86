using IoSpec.Contracts.Pasids;
using Xunit.Abstractions;

namespace IoSpec.Suite.Pasids;

/// <summary>What a device with virtual functions has to be: derive it, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class PasidSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<PasidConfiguration, PasidOperation>(campaign, output);
