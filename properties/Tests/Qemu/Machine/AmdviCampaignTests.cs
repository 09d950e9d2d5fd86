using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Qemu.Amdvi;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>AMD-Vi with its defaults; QEMU 10 logs no event, so that nothing can be said of records.</summary>
[Collection(QemuCollection.Name)]
public sealed class AmdviCampaignTests(AmdviCampaignTests.Once run) : IClassFixture<AmdviCampaignTests.Once>
{
    private const int Cases = 300;

    private static readonly string[] AboutRecords = ["IOMMU-FLT-", "IOMMU-LEAK-"];

    [SkippableFact]
    public void Nothing_but_what_is_known_is_found()
    {
        Assert.Equal((ulong)Cases, Result.Evidence.CasesRun);
        IommuCampaign.AssertNothingNew(run.Target, Result);
    }

    [SkippableFact]
    public void Every_requirement_that_applies_is_put_to_the_test() => Findings.None(
        from requirement in IommuCampaign.Area.Requirements.All
        where requirement.Level == Level.Must && IommuCampaign.Area.Excludes(requirement, Result.Capabilities) is null
        where !AboutRecords.Any(about => requirement.Id.StartsWith(about, StringComparison.Ordinal))
        where Result.Evidence.Hits[requirement.Index] == 0
        select $"{requirement.Id}: {requirement.Statement}");

    [SkippableFact]
    public void Hardly_an_access_is_ambiguous() =>
        Assert.InRange(Result.Evidence.Ambiguous, 0ul, Result.Evidence.Operations / 100);

    private CampaignResult Result
    {
        get
        {
            QemuInstallation.Require(run.Target.Board);
            return run.Result.Value;
        }
    }

    /// <summary>The campaign, run once.</summary>
    public sealed class Once
    {
        /// <summary>The target.</summary>
        public DrivenTarget Target { get; } = DrivenTarget.Amdvi(AmdviOptions.Default);

        /// <summary>What it has shown.</summary>
        public Lazy<CampaignResult> Result { get; } = new(
            () => IommuCampaign.Run(DrivenTarget.Amdvi(AmdviOptions.Default), Cases));
    }
}
