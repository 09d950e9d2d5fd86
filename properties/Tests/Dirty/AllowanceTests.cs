using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using Xunit;
using static IoSpec.Tests.Dirty.Trackers;

namespace IoSpec.Tests.Dirty;

/// <summary>What a report may give besides what it has to.</summary>
public sealed class AllowanceTests
{
    private const string Unwritten = "DIRTY-PRE-01";
    private const string Cleaned = "DIRTY-CLR-01";

    private static readonly Step Started = new(new DirtyOperation.Start(), Ok);
    private static readonly Step Stopped = new(new DirtyOperation.Stop(), Ok);
    private static readonly Step Mapped = new(Map(0, 8), Ok);
    private static readonly Step Unmapped = new(Unmap(0), Ok);
    private static readonly Step Written = new(Write(One, 0), Ok);
    private static readonly Step Nothing = new(Report(0, 8), Bits());
    private static readonly Step First = new(Report(0, 8), Bits((0, 1)));
    private static readonly Step Second = new(Report(0, 8), Bits((1, 1)));
    private static readonly Step Everything = new(Report(0, 8), Bits((0, 8)));
    private static readonly Step Pinned = new(Pin(Unseen, 0x1000), Ok);
    private static readonly Step Left = new(new DirtyOperation.Detach(Unseen), Ok);
    private static readonly Step Came = new(new DirtyOperation.Attach(Unseen), Ok);

    private static DirtyConfiguration Seen => Of(Traits, WriterKind.Iommu);

    private static DirtyConfiguration WithUnseen =>
        Of(Traits, WriterKind.Iommu, WriterKind.OwnLog, WriterKind.Unseen);

    [Fact]
    public void What_was_given_and_not_written_since_is_not_given_again()
    {
        Breaks(Cleaned, Seen, Mapped, Started, Written, First, First);
        Breaks(Unwritten, Seen, Mapped, Started, Written, First, Stopped, Started, First);
        Breaks(Cleaned, Seen, Mapped, Started, new(Write(One, 0x4000), Ok), new(Report(0, 8, 1), Bits((2, 1))),
            new(Report(0, 8, 1), Bits((2, 1))));
        Fine(Seen, Mapped, Started, Written, First, Written, First);
    }

    [Fact]
    public void A_log_that_is_stopped_or_started_is_empty()
    {
        Fine(Seen, Mapped, Started, Written, Stopped, Started, Nothing);
        Breaks(Unwritten, Seen, Mapped, Started, Written, Stopped, Started, First);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Stopped, Started, First);
    }

    [Fact]
    public void What_is_dirty_from_the_start_may_be_given_once()
    {
        var dirty = Of(Traits with { StartsDirty = true }, WriterKind.Iommu);
        Fine(dirty, Mapped, Started, Everything);
        Fine(dirty, Started, Mapped, Everything);
        Breaks(Unwritten, dirty, Mapped, Started, Everything, Everything);
        Breaks(Unwritten, dirty, Started, Mapped, Everything, Everything);
        Breaks(Unwritten, Seen, Mapped, Started, Everything);
        Breaks(Unwritten, Seen, Started, Mapped, Everything);
    }

    [Fact]
    public void What_may_be_written_unseen_may_be_given_always()
    {
        Fine(WithUnseen, Mapped, Started, Everything, Everything);
        Fine(WithUnseen, Mapped, Started, Left, Everything);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Left, Everything, Everything);
        Breaks(Unwritten, WithUnseen, Mapped, Left, Started, Everything);
        Fine(WithUnseen, Mapped, Started, Left, Everything, Came, Everything, Everything);
    }

    [Fact]
    public void What_is_pinned_may_be_given_and_the_rest_once_more()
    {
        Fine(WithUnseen, Mapped, Started, Pinned, Everything, Second, Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Everything, First);
        Breaks(Unwritten, WithUnseen, Mapped, Pinned, Started, First);
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, new(Pin(Unseen, 0x3000), Ok), Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, new(Pin(Unseen, 0x3000), Ok), First);
    }

    [Fact]
    public void What_was_released_may_be_given_once()
    {
        var released = new Step(new DirtyOperation.Unpin(new Held(2)), Ok);
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, released, Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, released, Second, Second);
        var another = new Step(Pin(Unseen, 0x3000), Ok);
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, another, released, new(Report(0, 8), Bits((3, 1))));
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, another, released, Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, another, released, Second, Second);
    }

    [Fact]
    public void Who_leaves_releases_what_it_has_pinned()
    {
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, Left, Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, Left, Nothing, Second);
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, Left, Came, Everything, Everything);
    }

    [Fact]
    public void What_was_unmapped_may_be_given_if_it_may_have_been_written()
    {
        Fine(WithUnseen, Mapped, Started, Unmapped, Everything);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Unmapped, Everything, Everything);
        Breaks(Unwritten, Seen, Mapped, Started, Unmapped, Everything);
        Fine(WithUnseen, Mapped, Started, Pinned, Nothing, Unmapped, Second);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, Unmapped, First);
        Breaks(Unwritten, WithUnseen, Mapped, Started, Pinned, Nothing, Unmapped, Nothing, Mapped, Second);
    }

    [Fact]
    public void What_is_given_with_an_unmap_or_goes_with_it_is_not_given_later()
    {
        Step given = new(Unmap(0, reports: true), Bits((0, 1)));
        Fine(Seen, Mapped, Started, Written, given, Mapped, Nothing);
        Breaks(Unwritten, Seen, Mapped, Started, Written, given, Mapped, First);
        Breaks(Unwritten, Seen, Mapped, Started, Written, First, new(Unmap(0, reports: true), Bits()), Mapped, First);
        var brief = Of(Traits with { OutlivesMapping = false }, WriterKind.Iommu);
        Fine(brief, Mapped, Started, Written, Unmapped, Mapped, Nothing);
        Breaks(Unwritten, brief, Mapped, Started, Written, Unmapped, Mapped, First);
        Fine(Seen, Mapped, Started, Written, Unmapped, Mapped, First);
    }

    [Fact]
    public void What_is_being_written_may_be_given()
    {
        Step begun = new(BeginWrite(One, 0), Ok);
        Fine(Seen, Mapped, Started, begun, First);
        Breaks(Unwritten, Seen, Mapped, Started, begun, Second);
        Fine(Seen, Mapped, Started, begun, new(EndWrite(2), Ok), First);
        Breaks(Cleaned, Seen, Mapped, Started, begun, new(EndWrite(2), Ok), First, First);
        Fine(Seen, Mapped, begun, Started, new(EndWrite(1), Ok), First);
        Fine(Seen, Mapped, begun, Started, new(EndWrite(1), Ok), Nothing);
        Fine(Seen, Mapped, Started, Written, First, begun, First);
    }

    [Fact]
    public void What_overlaps_a_report_and_is_given_may_be_given_again()
    {
        Step[] before = [Mapped, Started, new(BeginReport(0, 8), Ok), Written, new(EndReport(2), Bits((0, 1)))];
        Fine(Seen, [.. before, First]);
        Fine(Seen, [.. before, Nothing]);
        Breaks(Cleaned, Seen, [.. before, First, First]);
    }

    [Fact]
    public void The_end_of_a_report_is_judged_by_what_was_written_before_it_began()
    {
        Step[] before = [Mapped, Started, Written, new(BeginReport(0, 8), Ok)];
        Fine(Seen, [.. before, new(EndReport(3), Bits((0, 1)))]);
        Breaks("DIRTY-LOG-01", Seen, [.. before, new(EndReport(3), Bits())]);
        Step behind = new(EndReport(3), Bits((0, 1), (8, 1)));
        Assert.Equal(["DIRTY-WIN-02", "DIRTY-PRE-01"], Broken(Seen, [.. before, behind]));
        Breaks("DIRTY-WIN-04", Seen, [.. before, new(EndReport(3), No), Nothing]);
    }

    [Fact]
    public void A_write_that_ends_behind_a_report_is_demanded_of_the_next()
    {
        Step[] begun = [Mapped, Started, new(BeginWrite(One, 0), Ok)];
        Breaks("DIRTY-LOG-04", Seen, [.. begun, Nothing, new(EndWrite(2), Ok), Nothing]);
        Breaks("DIRTY-LOG-01", Seen, [.. begun, new(Report(0x4000, 4), Bits()), new(EndWrite(2), Ok), Nothing]);
        Breaks("DIRTY-LOG-01", Seen, [.. begun, new(EndWrite(2), Ok), Nothing]);
        Fine(Seen, [.. begun, First, new(EndWrite(2), Ok), First, Nothing]);
    }

    private static void Fine(DirtyConfiguration configuration, params ReadOnlySpan<Step> steps) =>
        Assert.Empty(Broken(configuration, steps));

    private static void Breaks(string id, DirtyConfiguration configuration, params ReadOnlySpan<Step> steps) =>
        Assert.Equal([id], Broken(configuration, steps));
}
