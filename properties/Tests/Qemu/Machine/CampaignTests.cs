using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>What one campaign on the installed QEMU must show, whatever the IOMMU is.</summary>
/// <param name="run">The campaign.</param>
public abstract class CampaignTests(CampaignTests.Run run)
{
    private const int MostOperations = 9;

    [SkippableFact]
    public void Nothing_but_what_is_known_is_found()
    {
        Assert.Equal((ulong)run.Cases, Result.Evidence.CasesRun);
        IommuCampaign.AssertNothingNew(run.Target, Result);
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
        from requirement in IommuCampaign.Area.Requirements.All
        where requirement.Level == Level.Must && IommuCampaign.Area.Excludes(requirement, Result.Capabilities) is null
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
    /// <param name="target">The target.</param>
    /// <param name="cases">How many cases.</param>
    public abstract class Run(DrivenTarget target, long cases)
    {
        /// <summary>The target.</summary>
        public DrivenTarget Target => target;

        /// <summary>How many cases.</summary>
        public long Cases => cases;

        /// <summary>What it has shown.</summary>
        public Lazy<CampaignResult> Result { get; } = new(() => IommuCampaign.Run(target, cases));
    }
}
