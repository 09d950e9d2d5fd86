using IoSpec.Contracts.Migration;
using Xunit.Abstractions;

namespace IoSpec.Suite.Migration;

/// <summary>What a migration device has to be: derive it, make a target, and every requirement is a test.</summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class MigrationSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<MigrationConfiguration, MigrationOperation>(campaign, output);
