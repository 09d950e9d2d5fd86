using IoSpec.Qemu.VirtioIommu;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The virtio IOMMU with its defaults.</summary>
[Collection(QemuCollection.Name)]
public sealed class VirtioIommuCampaignTests(VirtioIommuCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<VirtioIommuCampaignTests.Once>
{
    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.VirtioIommu(VirtioIommuOptions.Default), cases: 200);
}
