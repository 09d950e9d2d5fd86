using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using Xunit;
using static IoSpec.Tests.Dirty.Trackers;

namespace IoSpec.Tests.Dirty;

/// <summary>What a loss is blamed on, and what is no loss.</summary>
public sealed class DirtyJudgeTests
{
    private static readonly Step Started = new(new DirtyOperation.Start(), Ok);
    private static readonly Step Mapped = new(Map(0, 8), Ok);

    private static DirtyConfiguration Configuration =>
        Of(Traits, WriterKind.Iommu, WriterKind.OwnLog, WriterKind.Unseen);

    [Fact]
    public void What_overlaps_a_report_may_be_in_it_or_in_the_next_one()
    {
        Step[] before = [Mapped, Started, new(BeginReport(0, 8), Ok), new(Write(One, 0), Ok)];
        var wide = Bits((0, 8));
        Assert.Empty(Broken(Configuration, [.. before, new(EndReport(2), wide), new(Report(0, 8), wide)]));
        Assert.Empty(Broken(Configuration, [.. before, new(EndReport(2), Bits()), new(Report(0, 8), wide)]));
        Assert.Equal(
            ["DIRTY-LOG-04"],
            Broken(Configuration, [.. before, new(EndReport(2), Bits()), new(Report(0, 8), Bits())]));
    }

    [Fact]
    public void A_report_that_takes_its_time_gives_what_was_written_before_or_during_it_and_nothing_else()
    {
        var attached = Of(Traits, WriterKind.Iommu);
        Step[] before =
        [
            Mapped, Started, new(Write(One, 0x1000), Ok), new(BeginReport(0, 8), Ok), new(Write(One, 0x3000), Ok),
        ];
        Assert.Empty(Broken(attached, [.. before, new(EndReport(3), Bits((1, 1)))]));
        Assert.Empty(Broken(attached, [.. before, new(EndReport(3), Bits((1, 1), (3, 1)))]));
        Assert.Equal(["DIRTY-PRE-01"], Broken(attached, [.. before, new(EndReport(3), Bits((1, 1), (5, 1)))]));
    }

    [Fact]
    public void What_was_given_before_it_could_be_read_has_to_be_given_again()
    {
        Step[] before =
        [
            Mapped, Started, new(BeginWrite(One, 0), Ok), new(Report(0, 8), Bits((0, 8))),
            new(Copy(0), new DirtyObservation.Content(null)), new(EndWrite(2), Ok),
        ];
        Assert.Empty(Broken(Configuration, [.. before, new(Report(0, 8), Bits((0, 8)))]));
        Assert.Equal(["DIRTY-LOG-05"], Broken(Configuration, [.. before, new(Report(0, 8), Bits())]));
    }

    [Fact]
    public void What_was_given_and_could_be_read_needs_no_second_time()
    {
        Step[] steps =
        [
            Mapped, Started, new(BeginWrite(One, 0), Ok), new(Report(0, 8), Bits((0, 8))),
            new(Copy(0), new DirtyObservation.Content(new Held(2))), new(EndWrite(2), Ok),
            new(Report(0, 8), Bits()),
        ];
        Assert.Empty(Broken(Configuration, steps));
    }

    [Fact]
    public void A_refused_report_excuses_its_window_and_nothing_else()
    {
        var one = Of(Traits with { MostPages = new PageCount(4) }, WriterKind.Iommu);
        Step[] before =
            [Mapped, Started, new(Write(One, 0x1000), Ok), new(Write(One, 0x7000), Ok), new(Report(0, 5), No)];
        Assert.Empty(Broken(one, [.. before, new(Report(0, 4), Bits())]));
        Assert.Equal(["DIRTY-LOG-01"], Broken(one, [.. before, new(Report(0x4000, 4), Bits())]));
    }

    [Fact]
    public void The_writes_of_a_device_that_nobody_sees_are_demanded_after_it_has_left()
    {
        Step[] before =
            [Mapped, Started, new(Write(Unseen, 0x3000), Ok), new(new DirtyOperation.Detach(Unseen), Ok)];
        Assert.Empty(Broken(Configuration, [.. before, new(Report(0, 8), Bits((3, 1)))]));
        Assert.Empty(Broken(Configuration, [.. before, new(Report(0, 8), Bits((0, 8)))]));
        Assert.Equal(["DIRTY-SCO-01"], Broken(Configuration, [.. before, new(Report(0, 8), Bits())]));
    }

    [Fact]
    public void Pages_that_are_marked_together_may_be_given_together()
    {
        var coarse = Of(Traits with { Granule = 2 }, WriterKind.Iommu);
        Step[] before = [Mapped, Started, new(Write(One, 0x5000), Ok)];
        Assert.Empty(Broken(coarse, [.. before, new(Report(0, 8), Bits((4, 4)))]));
        Assert.Equal(["DIRTY-PRE-01"], Broken(coarse, [.. before, new(Report(0, 8), Bits((3, 5)))]));
    }

    [Fact]
    public void A_changed_guard_byte_and_a_bit_behind_the_window_are_found()
    {
        var changed = new DirtyObservation.Bitmap([], GuardsHold: false);
        Assert.Equal(["DIRTY-WIN-02"], Broken(Configuration, [Mapped, Started, new(Report(0, 8), changed)]));
        var behind = Bits((8, 1));
        Assert.Contains(
            "DIRTY-WIN-02", Broken(Configuration, [Mapped, Started, new(Report(0, 8), behind)]),
            StringComparer.Ordinal);
    }

    [Fact]
    public void What_an_unmap_gives_is_judged_like_a_report()
    {
        Step[] before = [Mapped, Started, new(Write(One, 0x1000), Ok)];
        var unmap = Unmap(0, reports: true);
        Assert.Empty(Broken(Configuration, [.. before, new(unmap, Bits((1, 1)))]));
        Assert.Equal(["DIRTY-UNM-01"], Broken(Configuration, [.. before, new(unmap, Bits())]));
        var attached = Of(Traits, WriterKind.Iommu);
        Assert.Equal(["DIRTY-PRE-01"], Broken(attached, [.. before, new(unmap, Bits((1, 2)))]));
        Assert.Equal(["DIRTY-WIN-02", "DIRTY-PRE-01"], Broken(attached, [.. before, new(unmap, Bits((1, 1), (8, 1)))]));
        var changed = new DirtyObservation.Bitmap([], GuardsHold: false);
        Assert.Equal(["DIRTY-WIN-02"], Broken(attached, [Mapped, Started, new(unmap, changed)]));
    }

    [Fact]
    public void Bits_out_of_order_are_no_answer()
    {
        var twice = Bits((1, 1), (0, 1));
        Assert.Equal(["DIRTY-LIVE-01"], Broken(Configuration, [Mapped, Started, new(Report(0, 8), twice)]));
    }
}
