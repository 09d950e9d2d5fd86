using IoSpec.Contracts.Walk;
using Xunit.Abstractions;

namespace IoSpec.Suite.Walk;

/// <summary>
/// What a unit that walks tables has to be: derive it and say how a target is made, and every requirement is a test.
/// </summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class WalkSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<WalkConfiguration, WalkOperation>(campaign, output);
