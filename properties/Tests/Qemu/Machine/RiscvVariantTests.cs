using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Riscv;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The RISC-V IOMMU as a PCI function, with other tables, and the other way of reset.</summary>
[Collection(QemuCollection.Name)]
public sealed class RiscvVariantTests
{
    private const long Cases = 60;
    private const int Evaluations = 40;

    [SkippableTheory]
    [InlineData("form", "pci")]
    [InlineData("stage", "second")]
    [InlineData("levels", "4")]
    [InlineData("reset", "machine")]
    public void Nothing_but_what_is_known_is_found(string option, string value)
    {
        var target = DrivenTarget.Riscv(RiscvOptions.From([new(option, value)]));
        IommuCampaign.AssertNothingNew(target, IommuCampaign.Run(target, Cases, Evaluations));
    }

    [SkippableTheory]
    [InlineData("sys", "root", new[] { 0x28u, 0x29u, 0x30u, 0x38u })]
    [InlineData("pci", "all", new[] { 0x28u, 0x29u, 0x38u, 0x200u, 0x8200u })]
    public void A_machine_says_what_it_is_and_what_it_can_do(string form, string devices, uint[] requesters)
    {
        var driven = DrivenTarget.Riscv(RiscvOptions.From([new("form", form), new("devices", devices)]));
        QemuInstallation.Require(driven.Board);
        using var target = driven.Start();
        Assert.Equal("QEMU riscv-iommu", target.Identity.Name);
        var own = Assert.IsType<IommuCapabilities>(target.Capabilities);
        Assert.Equal(requesters, own.Devices.Select(d => d.Requester.Value).Order());
        Assert.Equal(38, own.Traits.AddressWidth);
        Assert.Null(QemuInstallation.ConfigurationOf(target).Problem());
    }
}
