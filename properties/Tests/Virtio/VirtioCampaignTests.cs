using IoSpec.Areas.Virtio;
using IoSpec.Contracts.Virtio;
using IoSpec.Core.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Virtio;

public sealed class VirtioCampaignTests
{
    private const int Cases = 4000;

    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new VirtioArea(), () => new VirtioReference(VirtioRules.Standard), Cases);

    [Fact]
    public void The_optimized_core_conforms() =>
        AreaCampaign.Conforms(new VirtioArea(), () => new OptimizedVirtio(), Cases);

    [Fact]
    public void A_short_run_comes_to_nearly_every_cell_of_the_table_of_decisions()
    {
        var area = new VirtioArea();
        var settings = new CampaignSettings { Seed = 1, Cases = 500, Workers = 1 };
        var source = new TargetSource("", false, () => new OptimizedVirtio());
        var covered = new Campaign(area, settings, null).RunHere(source).Evidence.Covered;
        int[] cells =
        [
            .. area.Coverpoints.All.Where(point => point.Id.StartsWith("cell/", StringComparison.Ordinal))
                .Select(point => point.Index),
        ];
        Assert.Equal(120, cells.Length);
        Assert.InRange(cells.Count(cell => covered[cell] == 0), 0, 2);
    }

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(new VirtioArea(), () => new VirtioReference(new NeverTranslates()));

    private sealed class NeverTranslates : VirtioRules
    {
        public override bool UsesBusAddresses(VirtioFeatures offered, VirtioFeatures accepted) => false;
    }
}
