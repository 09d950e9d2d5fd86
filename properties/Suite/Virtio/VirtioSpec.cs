using IoSpec.Contracts.Virtio;
using Xunit.Abstractions;

namespace IoSpec.Suite.Virtio;

/// <summary>What a virtio device has to be: derive it, make a target, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class VirtioSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<VirtioConfiguration, VirtioOperation>(campaign, output);
