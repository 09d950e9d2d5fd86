using IoSpec.Contracts.Host;
using Xunit.Abstractions;

namespace IoSpec.Suite.Host;

/// <summary>What a whole host has to be: derive it, make a target, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class HostSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<HostConfiguration, HostOperation>(campaign, output);
