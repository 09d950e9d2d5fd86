using IoSpec.Areas.Zpci;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Core.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;
using Xunit;

namespace IoSpec.Tests.Zpci;

public sealed class ZpciCampaignTests
{
    private const int Cases = 2000;

    [Fact]
    public void The_reference_conforms() => Conforms(() => new ZpciReference(ZpciRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => Conforms(() => new OptimizedZpci());

    private static void Conforms(Func<ITarget> open)
    {
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = Cases, Workers = 1 };
        var result = new Campaign(new ZpciArea(), settings, null).RunHere(new TargetSource("", false, open));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.Empty(ZpciRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
        Assert.Empty(ZpciCoverpoints.Table.All
            .Where(point => result.Evidence.Covered[point.Index] == 0)
            .Select(point => point.Id));
    }
}
