using IoSpec.Areas.Dma;
using IoSpec.Core.Dma;
using IoSpec.Reference.Dma;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Dma;

public sealed class DmaCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new DmaArea(), () => new DmaReference(DmaRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => AreaCampaign.Conforms(new DmaArea(), () => new OptimizedDma());

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(new DmaArea(), () => new DmaReference(new NeverWaits()));

    private sealed class NeverWaits : DmaRules
    {
        public override bool Waits => false;
    }
}
