using IoSpec.Areas.Dma;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Dma;

public sealed class AlternativesTests
{
    private const int Cases = 600;
    private static readonly IReadOnlyList<AlternativeRow> Rows = SideBySide.Of(new DmaArea(), seed: 1, Cases);

    [Fact]
    public void What_became_of_the_debate_breaks_nothing_and_everything_else_breaks_something()
    {
        Assert.Equal(5, Rows.Count);
        Assert.Empty(Rows[^1].Violated);
        Assert.All(Rows.SkipLast(1), row => Assert.NotEmpty(row.Violated));
    }

    [Fact]
    public void It_needs_the_fewest_refreshes() => Assert.All(
        Rows.SkipLast(1), row => Assert.True(Refreshes(row) > Refreshes(Rows[^1]), row.Name));

    [Fact]
    public void Freeing_early_leaves_devices_what_they_should_no_longer_reach() =>
        Assert.Contains("DMA-FQ-07", Rows[0].Violated, StringComparer.Ordinal);

    [Fact]
    public void The_same_seed_gives_the_same_rows() => Assert.Equal(
        Rows.Select(row => row.Measures), SideBySide.Of(new DmaArea(), seed: 1, Cases).Select(row => row.Measures));

    private static double Refreshes(AlternativeRow row) => Of(row, "refreshes/map");

    private static double Of(AlternativeRow row, string measure) =>
        row.Measures.Single(m => m.Name == measure).Value;
}
