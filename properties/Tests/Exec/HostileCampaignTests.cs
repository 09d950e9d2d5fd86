using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Whole campaigns on plug-ins that are broken: the right verdict, shown on fresh processes.</summary>
public sealed class HostileCampaignTests
{
    private const int Cases = 8;

    private static readonly WorkerCommand Workers = new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "IoSpec.Tool.dll"), "worker"]);

    [Fact]
    public void A_plug_in_that_ends_at_work_has_crashed() => Breaks("exit 7", Loss.Crashed, Verdict.Crash);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("echo nonsense", Loss.Garbage, Verdict.Fail)]
    [InlineData("sleep 999", Loss.Hung, Verdict.Hang)]
    [InlineData("exec cat /dev/zero", Loss.Garbage, Verdict.Fail)]
    [InlineData("exec yes", Loss.Garbage, Verdict.Fail)]
    [InlineData("setsid sleep 999 & exit 1", Loss.Crashed, Verdict.Crash)]
    public void A_plug_in_that_floods_or_hangs_has_its_verdict(string atWork, Loss kind, Verdict verdict) =>
        Breaks(atWork, kind, verdict);

    // At every operation: only the first of each kind is reached.
    private static void Breaks(string atWork, Loss kind, Verdict verdict)
    {
        using var plugin = new ShellPlugin(atWork);
        var area = new IommuArea();
        var plug = TargetCatalogue.Find($"exec:{plugin.Command}").Asked();
        var part = Assert.Single(plug.Parts);
        var source = new TargetSource(part.Connection, plug.NeedsWorker, part.Open);
        var result = new Campaign(area, new CampaignSettings { Cases = Cases, Workers = 1 }, null)
            .RunInWorkers(source, Workers);
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.NotEmpty(result.Failures);
        Assert.All(result.Failures, failure =>
        {
            Assert.Equal("IOMMU-LIVE-01", failure.Signature.Requirement);
            Assert.Equal(kind.ToString().ToLowerInvariant(), failure.Signature.Field);
            Assert.Equal((3, 1), (failure.Reproduced, failure.Operations.Count));
            Assert.Equal(verdict, FailureVerdict.RawOf(area, failure));
        });
    }
}
