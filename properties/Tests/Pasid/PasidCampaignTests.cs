using IoSpec.Areas.Pasids;
using IoSpec.Core.Pasids;
using IoSpec.Reference.Pasids;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Pasids;

public sealed class PasidCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new PasidArea(), () => new PasidReference(PasidRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => AreaCampaign.Conforms(new PasidArea(), () => new OptimizedPasid());

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(new PasidArea(), () => new PasidReference(new SharesControlBits()));

    private sealed class SharesControlBits : PasidRules
    {
        public override bool SharesControl => true;
    }
}
