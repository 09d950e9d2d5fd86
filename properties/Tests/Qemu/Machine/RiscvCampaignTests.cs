using IoSpec.Qemu.Riscv;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The RISC-V IOMMU with its defaults.</summary>
[Collection(QemuCollection.Name)]
public sealed class RiscvCampaignTests(RiscvCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<RiscvCampaignTests.Once>
{
    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.Riscv(RiscvOptions.Default), cases: 200);
}
