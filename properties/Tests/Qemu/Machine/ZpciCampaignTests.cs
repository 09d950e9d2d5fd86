using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The translation of PCI functions of s390x.</summary>
[Collection(QemuCollection.Name)]
public sealed class ZpciCampaignTests(ZpciCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<ZpciCampaignTests.Once>
{
    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.Zpci, cases: 200);
}
