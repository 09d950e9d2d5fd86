using IoSpec.Areas.Virtio;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Virtio;

/// <summary>What does not need a feature is shown by a driver without it.</summary>
public sealed class VirtioShrinkingTests
{
    [Theory]
    [InlineData("virtio-used-twice", 5)]
    [InlineData("virtio-used-first-always", 5)]
    [InlineData("virtio-length-one-too-long", 5)]
    public void What_any_queue_shows_needs_no_feature(string mutant, int operations)
    {
        for (var seed = 1ul; seed <= 5; seed++)
        {
            var failure = Shrunk(mutant, seed);
            var configuration = (VirtioConfiguration)failure.Configuration;
            Assert.True(configuration.IsLegacy());
            Assert.Equal(operations, failure.Operations.Count);
            Assert.DoesNotContain(failure.Operations, operation => operation is VirtioOperation.AcceptFeatures);
        }
    }

    [Theory]
    [InlineData("virtio-table-refused", VirtioFeatures.IndirectDescriptors)]
    [InlineData("virtio-packed-rounds-not-told-apart", VirtioFeatures.RingPacked)]
    public void What_only_a_feature_shows_keeps_it(string mutant, VirtioFeatures feature)
    {
        var configuration = (VirtioConfiguration)Shrunk(mutant, seed: 1).Configuration;
        Assert.Equal(feature, configuration.Offered & feature);
        Assert.Null(configuration.Problem());
    }

    private static Failure Shrunk(string id, ulong seed)
    {
        var mutant = MutantCatalogue.All.Single(mutant => mutant.Id == id);
        var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
        return new Hunt { Seed = seed }.Run(new VirtioArea(), source, mutant.Requirement, default).Failure!;
    }
}
