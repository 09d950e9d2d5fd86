using IoSpec.Areas.Virtio;
using IoSpec.Contracts.Virtio;
using IoSpec.Core.Virtio;
using IoSpec.Reference.Virtio;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Virtio;

public sealed class VirtioCampaignTests
{
    // The least frequent of the cells of the decision table takes several thousand.
    private const int Cases = 20_000;

    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new VirtioArea(), () => new VirtioReference(VirtioRules.Standard), Cases);

    [Fact]
    public void The_optimized_core_conforms() =>
        AreaCampaign.Conforms(new VirtioArea(), () => new OptimizedVirtio(), Cases);

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(new VirtioArea(), () => new VirtioReference(new NeverTranslates()));

    private sealed class NeverTranslates : VirtioRules
    {
        public override bool UsesBusAddresses(VirtioFeatures offered, VirtioFeatures accepted) => false;
    }
}
