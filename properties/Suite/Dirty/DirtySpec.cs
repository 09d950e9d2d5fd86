using IoSpec.Contracts.Dirty;
using Xunit.Abstractions;

namespace IoSpec.Suite.Dirty;

/// <summary>What a dirty tracker has to be: derive it, make a target, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class DirtySpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<DirtyConfiguration, DirtyOperation>(campaign, output);
