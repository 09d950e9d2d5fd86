using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Faulty;

/// <summary>Classes of an assembly in workers of <c>iospec</c>: whatever they do, the campaign goes on.</summary>
public sealed class DllTargetTests
{
    private static readonly WorkerCommand Workers = new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "IoSpec.Tool.dll"), "worker"]);

    [Theory]
    [InlineData(nameof(ThrowsOnUnmap), "threw/unmap")]
    [InlineData(nameof(ReturnsNullOnDetach), "garbage/detach")]
    [InlineData(nameof(ReturnsNullInside), "garbage/readFaults")]
    [InlineData(nameof(EndsProcessOnReset), "crashed/reset")]
    [InlineData(nameof(AllocatesWithoutEndOnClear), "threw/clearFaults")]
    public void A_target_is_lost_at_the_operation_that_it_cannot_bear(string type, string signature) =>
        IsLost(type, signature, operations: 1, cases: 100);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(nameof(OverflowsStackOnProtect), "crashed/protect", 1, 100)]
    [InlineData(nameof(SpinsOnThirdMap), "hung/map", 3, 4)]
    public void A_target_that_dies_slowly_is_lost_too(string type, string signature, int operations, int cases) =>
        IsLost(type, signature, operations, cases);

    private static void IsLost(string type, string signature, int operations, int cases)
    {
        var area = new IommuArea();
        var plug = TargetCatalogue.Find($"dll:{typeof(BadIommu).Assembly.Location}!{type}");
        var part = plug.For(area.Types)!;
        var source = new TargetSource(part.Connection, plug.NeedsWorker, part.Open);
        var settings = new CampaignSettings { Cases = cases, Workers = 2 };
        var result = new Campaign(area, settings, null).RunInWorkers(source, Workers);
        Assert.Equal((ulong)cases, result.Evidence.CasesRun);
        var failure = Assert.Single(result.Failures);
        Assert.Equal($"IOMMU-LIVE-01/{signature}/missing", failure.Signature.ToString());
        Assert.Equal((3, operations), (failure.Reproduced, failure.Operations.Count));
        Assert.IsType<Lost>(failure.Seen[^1]);
    }
}
