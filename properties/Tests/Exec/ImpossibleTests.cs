using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Exec;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>What a plug-in declares may be no lie and yet not possible: then it is not judged, and told why.</summary>
public sealed class ImpossibleTests
{
    private const string Dirty = """
        {"dialect":"iommufd","traits":{"granule":GRANULE,"reportSizes":1,"secondStart":"clears","refusesWhenOff":true,
        "windows":"any","outlivesMapping":false,"startsDirty":false,"features":[],"mostPages":"MOST"},
        "writers":[WRITERS],"absent":[],"unreachable":[]}
        """;

    [Theory]
    [InlineData("99", "0x100", "\"iommu\"", "what it says it can do is not possible: the granule is not from 0 to 18")]
    [InlineData("0", "0x0", "\"iommu\"", "what it says it can do is not possible: the bits of a report are not")]
    [InlineData("0", "0x100", "", "what it says it can do is not possible: the writers are not from 1 to 64")]
    public void Traits_that_are_not_possible_are_refused(string granule, string most, string writers, string reason)
    {
        var capabilities = Dirty.Replace("GRANULE", granule, StringComparison.Ordinal)
            .Replace("MOST", most, StringComparison.Ordinal).Replace("WRITERS", writers, StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        using var plugin = new ShellPlugin("exit", "{\"seq\":\"1\",\"protocol\":1,\"name\":\"x\",\"version\":\"\","
            + $"\"areas\":[{{\"area\":\"dirty\",\"capabilities\":{capabilities}}}]}}");
        var source = new TargetSource("x", NeedsWorker: true, () => WireCatalogue.Find("dirty")!.Open(plugin.Harness));
        var campaign = new Campaign(AreaCatalogue.Find("dirty")!, new CampaignSettings { Cases = 1 }, null);
        var problem = Assert.Throws<TargetUnavailableException>(() => campaign.RunHere(source));
        Assert.StartsWith(reason, problem.Message, StringComparison.Ordinal);
    }
}
