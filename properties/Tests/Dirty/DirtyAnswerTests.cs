using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using Xunit;
using static IoSpec.Tests.Dirty.Trackers;

namespace IoSpec.Tests.Dirty;

/// <summary>Which operations may be refused, and which answers are none.</summary>
public sealed class DirtyAnswerTests
{
    private static readonly DirtyOperation Start = new DirtyOperation.Start();
    private static readonly DirtyOperation Stop = new DirtyOperation.Stop();
    private static readonly DirtyOperation Detach = new DirtyOperation.Detach(Unseen);
    private static readonly Step Started = new(Start, Ok);
    private static readonly Step Mapped = new(Map(0, 8), Ok);

    private static readonly (string Broken, Step[] Before, DirtyOperation Refused)[] Refusals =
    [
        ("DIRTY-STA-01", [Mapped], Start),
        ("DIRTY-STA-01", [Mapped, Started], Stop),
        ("DIRTY-STA-02", [Mapped, Started], Start),
        ("DIRTY-MAP-02", [Started], Map(0, 8)),
        ("DIRTY-UNM-03", [Mapped, Started], Unmap(0)),
        ("DIRTY-UNM-03", [Mapped, Started], Unmap(0, reports: true)),
        ("DIRTY-WIN-04", [Mapped, Started], Report(0, 8)),
        ("DIRTY-WIN-04", [Mapped, Started], BeginReport(0, 8)),
        ("DIRTY-WIN-04", [Mapped, Started, new(BeginReport(0, 8), Ok)], EndReport(2)),
        ("DIRTY-CAP-01", [Mapped, Started], Write(One, 0)),
        ("DIRTY-CAP-01", [Mapped, Started], BeginWrite(One, 0)),
        ("DIRTY-CAP-01", [Mapped, Started, new(BeginWrite(One, 0), Ok)], EndWrite(2)),
        ("DIRTY-CAP-01", [Mapped, Started], Pin(Unseen, 0)),
        ("DIRTY-CAP-01", [Mapped, Started, new(Pin(Unseen, 0), Ok)], new DirtyOperation.Unpin(new Held(2))),
        ("DIRTY-CAP-01", [Mapped, Started], Detach),
        ("DIRTY-CAP-01", [Mapped, Started, new(Detach, Ok)], new DirtyOperation.Attach(Unseen)),
    ];

    public static TheoryData<int> Each { get; } = [.. Enumerable.Range(0, Refusals.Length)];

    private static DirtyConfiguration Configuration =>
        Of(Traits, WriterKind.Iommu, WriterKind.OwnLog, WriterKind.Unseen);

    [Theory]
    [MemberData(nameof(Each))]
    public void What_was_declared_is_not_refused(int index)
    {
        var (broken, before, operation) = Refusals[index];
        Assert.Equal([broken], Broken(Configuration, [.. before, new(operation, No)]));
        var met = Met(Configuration, [.. before, new(operation, No)]);
        Assert.True(met.Contains(broken) || broken == "DIRTY-WIN-04" || operation is not (DirtyOperation.Start
            or DirtyOperation.Stop or DirtyOperation.Map or DirtyOperation.Unmap or DirtyOperation.Pin));
        Assert.Equal(["DIRTY-CAP-01"], Broken(Configuration, [.. before, new(operation, new Unsupported("no"))]));
        var strange = new DirtyObservation.Content(null);
        Assert.Contains(
            Assert.Single(Broken(Configuration, [.. before, new(operation, strange)])),
            (string[])["DIRTY-LIVE-01", "DIRTY-CAP-01"], StringComparer.Ordinal);
    }

    [Fact]
    public void An_unmap_gives_bits_where_it_was_asked_to_and_only_there()
    {
        Assert.Equal(["DIRTY-LIVE-01"], Broken(Configuration, [Mapped, Started, new(Unmap(0), Bits())]));
        Assert.Equal(["DIRTY-LIVE-01"], Broken(Configuration, [Mapped, Started, new(Unmap(0, true), Ok)]));
        Assert.Equal(
            ["DIRTY-LIVE-01"], Broken(Configuration, [Mapped, Started, new(Unmap(0, true), Bits((1, 1), (0, 1)))]));
    }

    [Fact]
    public void Nothing_is_met_that_could_not_be_broken()
    {
        var own = Of(Traits, WriterKind.Iommu);
        Step write = new(Write(One, 0), Ok), first = new(Report(0, 8), Bits((0, 1)));
        Assert.Equal(["DIRTY-MAP-02"], Met(own, [Mapped]));
        Assert.Equal(["DIRTY-MAP-02", "DIRTY-OFF-01"], Met(own, [Mapped, new(Report(0, 8), No)]));
        Assert.Equal(["DIRTY-MAP-02", "DIRTY-CAP-01"], Met(own, [Mapped, write]));
        Assert.Equal(
            ["DIRTY-WIN-02", "DIRTY-WIN-04", "DIRTY-PRE-01", "DIRTY-MAP-02", "DIRTY-STA-01"],
            Met(own, [Mapped, Started, new(Report(0, 8), Bits())]));
        Assert.DoesNotContain("DIRTY-CLR-01", Met(own, [Mapped, Started, write, first]), StringComparer.Ordinal);
        Assert.Contains("DIRTY-CLR-01", Met(own, [Mapped, Started, write, first, first]), StringComparer.Ordinal);
        Assert.Equal(
            ["DIRTY-WIN-02", "DIRTY-PRE-01", "DIRTY-UNM-01", "DIRTY-UNM-03", "DIRTY-MAP-02", "DIRTY-STA-01",
                "DIRTY-CAP-01"],
            Met(own, [Mapped, Started, write, new(Unmap(0, reports: true), Bits((0, 1)))]));
        Assert.Contains("DIRTY-STA-02", Met(own, [Mapped, Started, Started]), StringComparer.Ordinal);
        var other = Of(Traits with { RefusesWhenOff = false }, WriterKind.Iommu);
        Assert.Equal(["DIRTY-MAP-02"], Met(other, [Mapped, new(Report(0, 8), No)]));
    }

    [Fact]
    public void What_a_refused_report_keeps_back_behind_a_hole_is_met()
    {
        var own = Of(Traits with { Windows = WindowRule.Mapped }, WriterKind.Iommu);
        Step[] before =
            [new(Map(0, 2), Ok), new(Map(0x4000, 2), Ok), Started, new(Write(One, 0x4000), Ok)];
        Assert.Contains("DIRTY-WIN-05", Met(own, [.. before, new(Report(0, 6), No)]), StringComparer.Ordinal);
        Assert.DoesNotContain("DIRTY-WIN-05", Met(own, [.. before, new(Report(0, 4), No)]), StringComparer.Ordinal);
        Assert.Empty(Broken(own, [.. before, new(Report(0, 6), No)]));
    }

    [Fact]
    public void A_stop_while_it_is_off_may_be_refused() => Assert.Empty(Broken(Configuration, [new(Stop, No)]));

    [Theory]
    [InlineData(SecondStart.Keeps, false)]
    [InlineData(SecondStart.Clears, false)]
    [InlineData(SecondStart.Refuses, true)]
    public void A_second_start_is_answered_as_declared(SecondStart second, bool refuses)
    {
        var own = Of(Traits with { SecondStart = second }, WriterKind.Iommu);
        Assert.Equal(refuses ? ["DIRTY-STA-02"] : [], Broken(own, [Mapped, Started, Started]));
        Assert.Equal(refuses ? [] : ["DIRTY-STA-02"], Broken(own, [Mapped, Started, new(Start, No)]));
    }

    [Fact]
    public void Where_a_second_start_clears_nothing_is_demanded_and_all_is_allowed()
    {
        var own = Of(Traits with { SecondStart = SecondStart.Clears }, WriterKind.Iommu);
        Step[] before = [Mapped, Started, new(Write(One, 0), Ok), Started];
        Assert.Empty(Broken(own, [.. before, new(Report(0, 8), Bits())]));
        Assert.Empty(Broken(own, [.. before, new(Report(0, 8), Bits((0, 8)))]));
        Step[] gone = [Mapped, Started, new(Write(One, 0), Ok), new(Unmap(0), Ok), Started];
        Assert.Empty(Broken(own, [.. gone, new(Report(0, 8), Bits((0, 1)))]));
        Assert.Equal(["DIRTY-PRE-01"], Broken(own, [.. gone, new(Report(0, 8), Bits((1, 1)))]));
        Step[] begun = [Mapped, Started, new(BeginWrite(One, 0), Ok), Started, new(EndWrite(2), Ok)];
        Assert.Empty(Broken(own, [.. begun, new(Report(0, 8), Bits())]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_report_without_a_log_is_answered_as_declared(bool refuses)
    {
        var own = Of(Traits with { RefusesWhenOff = refuses }, WriterKind.Iommu);
        Assert.Equal(refuses ? ["DIRTY-OFF-01"] : [], Broken(own, [Mapped, new(Report(0, 8), Bits())]));
        Assert.Empty(Broken(own, [Mapped, new(Report(0, 8), No)]));
    }

    [Theory]
    [InlineData(WindowRule.Any, 0, 1ul << 18, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.Any, 0, (1ul << 18) + 1, 0, "")]
    [InlineData(WindowRule.Any, 0, 16, 4, "DIRTY-WIN-04")]
    [InlineData(WindowRule.Any, 0, 32, 5, "")]
    [InlineData(WindowRule.Any, 0xffff_ffff_ffff_e000, 1, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.Any, 0xffff_ffff_ffff_f000, 1, 0, "")]
    [InlineData(WindowRule.Mapped, 0x1000, 4, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.Mapped, 0x1000, 16, 0, "")]
    [InlineData(WindowRule.OneMapping, 0, 8, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.OneMapping, 0, 7, 0, "")]
    [InlineData(WindowRule.WholeMappings, 0, 9, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.WholeMappings, 0x8000, 8, 0, "DIRTY-WIN-04")]
    [InlineData(WindowRule.WholeMappings, 0, 7, 0, "")]
    public void A_window_may_be_refused_that_the_rule_does_not_name(
        WindowRule rule, ulong at, ulong pages, int size, string broken)
    {
        var own = Of(Traits with { Windows = rule }, WriterKind.Iommu);
        Step[] steps = [Mapped, new(Map(0x10_0000, 8), Ok), Started, new(Report(at, pages, size), No)];
        Assert.Equal(broken.Length == 0 ? [] : [broken], Broken(own, steps));
    }

    [Fact]
    public void A_page_holds_what_was_written_last()
    {
        var write = new Step(Write(One, 0), Ok);
        Step[] again = [Mapped, write, new(Unmap(0), Ok), Mapped];
        Assert.Empty(Broken(Configuration, [.. again, Holds(0, null)]));
        Assert.Equal(["DIRTY-CAP-01"], Broken(Configuration, [.. again, Holds(0, 1)]));
        Step[] begun = [Mapped, write, new(BeginWrite(Two, 0), Ok)];
        Assert.Empty(Broken(Configuration, [.. begun, Holds(0, 1)]));
        Assert.Empty(Broken(Configuration, [.. begun, Holds(0, 2)]));
        Assert.Empty(Broken(Configuration, [.. begun, new(EndWrite(2), Ok), Holds(0, 2)]));
        Assert.Equal(["DIRTY-CAP-01"], Broken(Configuration, [.. begun, new(EndWrite(2), Ok), Holds(0, 1)]));
    }

    private static Step Holds(ulong at, int? step) =>
        new(Copy(at), new DirtyObservation.Content(step is { } own ? new Held(own) : null));
}
