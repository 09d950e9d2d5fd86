using IoSpec.Areas.Zpci;
using IoSpec.Core.Zpci;
using IoSpec.Reference.Zpci;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Zpci;

public sealed class ZpciCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new ZpciArea(), () => new ZpciReference(ZpciRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => AreaCampaign.Conforms(new ZpciArea(), () => new OptimizedZpci());
}
