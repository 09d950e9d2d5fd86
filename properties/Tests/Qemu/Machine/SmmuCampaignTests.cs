using IoSpec.Qemu.Smmuv3;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>SMMUv3 with its defaults, and with the other stages.</summary>
[Collection(QemuCollection.Name)]
public sealed class SmmuCampaignTests(SmmuCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<SmmuCampaignTests.Once>
{
    private const long Cases = 50;
    private const int Evaluations = 200;

    [SkippableTheory]
    [InlineData("2")]
    [InlineData("nested")]
    public void Nothing_but_what_is_known_is_found_with_another_stage(string stage)
    {
        var target = DrivenTarget.Smmuv3(SmmuOptions.From([new("stage", stage)])) with
        {
            Connection = $"qemu:smmuv3?stage={stage}",
        };
        IommuCampaign.AssertNothingNew(target, IommuCampaign.Run(target, Cases, Evaluations));
    }

    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.Smmuv3(SmmuOptions.From([])), cases: 200);
}
