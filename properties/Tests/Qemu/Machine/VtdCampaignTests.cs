using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>One campaign on the installed QEMU with its defaults, and what it must show.</summary>
[Collection(QemuCollection.Name)]
public sealed class VtdCampaignTests(VtdCampaignTests.Run run) : IClassFixture<VtdCampaignTests.Run>
{
    private const long Cases = 500;
    private const int MostOperations = 9;

    [SkippableFact]
    public void Nothing_but_what_is_known_is_found()
    {
        Assert.Equal((ulong)Cases, Result.Evidence.CasesRun);
        VtdCampaign.AssertNothingNew(Result);
    }

    [SkippableFact]
    public void What_is_found_is_short_and_shows_every_time() => Assert.All(Result.Failures, failure =>
    {
        Assert.InRange(failure.Operations.Count, 1, MostOperations);
        Assert.Equal(3, failure.Reproduced);
        Assert.Equal(Basis.Text, failure.Violation.Requirement.Basis);
    });

    [SkippableFact]
    public void Every_requirement_that_applies_is_put_to_the_test() => Findings.None(
        from requirement in VtdCampaign.Area.Requirements.All
        where requirement.Level == Level.Must && VtdCampaign.Area.Excludes(requirement, Result.Capabilities) is null
        where Result.Evidence.Hits[requirement.Index] == 0
        select $"{requirement.Id}: {requirement.Statement}");

    [SkippableFact]
    public void Hardly_an_access_is_ambiguous() =>
        Assert.InRange(Result.Evidence.Ambiguous, 0ul, Result.Evidence.Operations / 100);

    private CampaignResult Result
    {
        get
        {
            QemuInstallation.Require();
            return run.Result.Value;
        }
    }

    /// <summary>The campaign, run once.</summary>
    public sealed class Run
    {
        public Lazy<CampaignResult> Result { get; } = new(() => VtdCampaign.Run(Cases, VtdOptions.Default));
    }
}
