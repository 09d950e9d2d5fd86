using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.VirtioIommu;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The virtio IOMMU on other boards, and the other way of reset.</summary>
[Collection(QemuCollection.Name)]
public sealed class VirtioIommuVariantTests
{
    private const long Cases = 60;
    private const int Evaluations = 40;

    [SkippableTheory]
    [InlineData("machine", "arm")]
    [InlineData("machine", "riscv")]
    [InlineData("reset", "machine")]
    public void Nothing_but_what_is_known_is_found(string option, string value)
    {
        var target = DrivenTarget.VirtioIommu(VirtioIommuOptions.From([new(option, value)]));
        IommuCampaign.AssertNothingNew(target, IommuCampaign.Run(target, Cases, Evaluations));
    }

    [SkippableTheory]
    [InlineData("q35", 0x8200)]
    [InlineData("arm", 0xa00)]
    [InlineData("riscv", 0x8200)]
    public void A_machine_says_what_it_is_and_what_it_can_do(string board, uint express)
    {
        var driven = DrivenTarget.VirtioIommu(VirtioIommuOptions.From([new("machine", board)]));
        QemuInstallation.Require(driven.Board);
        using var target = driven.Start();
        Assert.Equal("QEMU virtio-iommu", target.Identity.Name);
        var own = Assert.IsType<IommuCapabilities>(target.Capabilities);
        Assert.Equal(
            new[] { 0x28u, 0x29u, 0x38u, 0x200u, express }.Order(), own.Devices.Select(d => d.Requester.Value).Order());
        Assert.NotEmpty(own.Traits.Reserved);
        Assert.Null(QemuInstallation.ConfigurationOf(target).Problem());
    }
}
