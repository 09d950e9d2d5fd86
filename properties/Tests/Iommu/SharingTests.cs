using IoSpec.Areas.Iommu.Sharing;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Iommu;

public sealed class SharingTests
{
    private const int Readers = 2;

    [Fact]
    public void No_thread_sees_what_was_invalidated_before_it_asked() => Check(300_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void No_thread_sees_what_was_invalidated_before_it_asked_however_often_it_asks() => Check(20_000_000);

    [Fact]
    public void An_invalidation_that_completes_early_is_noticed()
    {
        var count = new SharingRun(SharedTargets.Find("mutant:shared-invalidation-completes-early"))
            .Run(seed: 1, Readers, translations: 300_000);
        Assert.True(count.Violations > 0, $"{count.Stale} of {count.Translations} were stale");
        Assert.Contains("invalidation was completed", count.Told[0], StringComparison.Ordinal);
    }

    private static void Check(long translations)
    {
        var count = new SharingRun(SharedTargets.Find("optimized")).Run(seed: 1, Readers, translations);
        Assert.Empty(count.Told);
        Assert.Equal((0L, translations), (count.Violations, count.Translations));
        Assert.InRange(count.Unjudged, 0, translations / 100);
        Assert.True(count.Stale > 0, "nothing was served that was unmapped: there was nothing to notice");
    }
}
