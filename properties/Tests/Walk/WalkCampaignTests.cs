using IoSpec.Areas.Walk;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

public sealed class WalkCampaignTests
{
    private const int Cases = 2000;

    [Fact]
    public void The_reference_conforms_when_it_uses_what_counts_now() => Conforms(prefersFormer: false);

    [Fact]
    public void The_reference_conforms_when_it_uses_former_versions_for_as_long_as_it_may() =>
        Conforms(prefersFormer: true);

    private static void Conforms(bool prefersFormer)
    {
        var source = new TargetSource(
            "reference", NeedsWorker: false, () => new WalkReference(WalkFormatCatalogue.Of, prefersFormer));
        var result = new Campaign(new WalkArea(), new CampaignSettings { Seed = 7, Cases = Cases }, null)
            .RunHere(source);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.InRange(result.Evidence.Ambiguous, 0ul, result.Evidence.Operations / 100);
        Assert.Empty(WalkRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
    }
}
