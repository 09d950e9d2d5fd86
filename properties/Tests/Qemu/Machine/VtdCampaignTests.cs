using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>VT-d with its defaults.</summary>
[Collection(QemuCollection.Name)]
public sealed class VtdCampaignTests(VtdCampaignTests.Once run)
    : CampaignTests(run), IClassFixture<VtdCampaignTests.Once>
{
    /// <summary>The campaign.</summary>
    public sealed class Once() : Run(DrivenTarget.Vtd(VtdOptions.Default), cases: 500);
}
