using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The windows of pseries.</summary>
[Collection(QemuCollection.Name)]
public sealed class TceCampaignTests(TceCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<TceCampaignTests.Once>
{
    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.Tce, cases: 200);
}
