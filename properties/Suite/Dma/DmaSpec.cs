using IoSpec.Contracts.Dma;
using Xunit.Abstractions;

namespace IoSpec.Suite.Dma;

/// <summary>
/// What a layer for DMA mappings has to be: derive it, make a target, and every requirement is a test.
/// </summary>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class DmaSpec(SpecCampaign campaign, ITestOutputHelper? output = null)
    : AreaSpec<DmaConfiguration, DmaOperation>(campaign, output);
