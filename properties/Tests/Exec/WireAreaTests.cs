using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Exec;
using IoSpec.Targets;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Every area goes over the wire and comes to the same.</summary>
public sealed class WireAreaTests
{
    public static TheoryData<string> Ids { get; } = [.. AreaCatalogue.All.Select(area => area.Id)];

    [Fact]
    public void The_wire_has_the_areas_of_the_catalogue()
    {
        Assert.Equal(
            AreaCatalogue.All.Select(a => (a.Id, a.Types, a.CapabilitiesType)),
            WireCatalogue.Areas.Select(a => (a.Id, a.Types, a.Capabilities)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_target_behind_the_wire_is_judged_as_it_is_without(string id)
    {
        var area = AreaCatalogue.Find(id)!;
        using var plugin = new SocketPlugin("optimized");
        var (direct, wired) = (Run(area, "optimized"), Run(area, plugin.Connection));
        Assert.Null(plugin.Problem);
        Assert.Equal(ResultText.Of(direct.Evidence), ResultText.Of(wired.Evidence));
        Assert.True(wired.Evidence.Operations > 0);
    }

    [Theory]
    [InlineData("mutant:unmap-forgets-last-page", "iommu")]
    public void A_bug_is_found_behind_the_wire(string mutant, string id)
    {
        var area = AreaCatalogue.Find(id)!;
        using var plugin = new SocketPlugin(mutant);
        var (direct, wired) = (Run(area, mutant, 100), Run(area, plugin.Connection, 100));
        Assert.NotEmpty(wired.Failures);
        Assert.Equal(direct.Failures.Select(f => f.Signature), wired.Failures.Select(f => f.Signature));
        Assert.Equal(ResultText.Of(direct.Evidence), ResultText.Of(wired.Evidence));
    }

    [Fact]
    public void Nobody_who_listens_is_unavailable()
    {
        var plug = TargetCatalogue.Find("stream:unix:/no/such/socket");
        var problem = Assert.Throws<IoSpec.Contracts.TargetUnavailableException>(plug.Asked);
        Assert.StartsWith("no connection to '/no/such/socket': ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream:")]
    [InlineData("stream:unix:")]
    [InlineData("stream:tcp:host:1")]
    [InlineData("exec:")]
    [InlineData("exec:'")]
    public void A_connection_that_names_nothing_is_refused(string connection) =>
        Assert.Throws<BadConnectionException>(() => TargetCatalogue.Find(connection));

    private static CampaignResult Run(Area area, string connection, int cases = 16)
    {
        var part = TargetCatalogue.Find(connection).For(area.Types)!;
        return new Campaign(area, new CampaignSettings { Seed = 7, Cases = cases, Workers = 1 }, null)
            .RunHere(new TargetSource(part.Connection, NeedsWorker: false, part.Open));
    }
}
