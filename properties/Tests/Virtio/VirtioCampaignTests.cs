using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Core.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Virtio;

public sealed class VirtioCampaignTests
{
    private const int Cases = 2000;

    [Fact]
    public void The_reference_conforms() => Conforms(() => new VirtioReference(VirtioRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => Conforms(() => new OptimizedVirtio());

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several()
    {
        var one = Run(() => new VirtioReference(new NeverTranslates()), 600, workers: 1);
        var three = Run(() => new VirtioReference(new NeverTranslates()), 600, workers: 3);
        Assert.NotEmpty(one.Failures);
        Assert.Equal(ResultText.Of(one), ResultText.Of(three));
    }

    private static void Conforms(Func<ITarget> open)
    {
        var result = Run(open, Cases, workers: 1);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.Equal(0ul, result.Evidence.Ambiguous);
        Assert.Empty(VirtioRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
        Assert.Empty(VirtioCoverpoints.Table.All
            .Where(point => result.Evidence.Covered[point.Index] == 0)
            .Select(point => point.Id));
    }

    private static CampaignResult Run(Func<ITarget> open, long cases, int workers)
    {
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = cases, Workers = workers };
        return new Campaign(new VirtioArea(), settings, null).RunHere(new TargetSource("", false, open));
    }

    private sealed class NeverTranslates : VirtioRules
    {
        public override bool UsesBusAddresses(VirtioFeatures offered, VirtioFeatures accepted) => false;
    }
}
