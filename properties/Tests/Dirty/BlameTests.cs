using IoSpec.Contracts.Dirty;
using Xunit;
using static IoSpec.Tests.Dirty.Trackers;

namespace IoSpec.Tests.Dirty;

/// <summary>One page that is lost in every way there is, and the requirement that is blamed.</summary>
public sealed class BlameTests
{
    private static readonly Step Started = new(new DirtyOperation.Start(), Ok);
    private static readonly Step Stopped = new(new DirtyOperation.Stop(), Ok);
    private static readonly Step Mapped = new(Map(0, 8), Ok);
    private static readonly Step Written = new(Write(One, 0), Ok);
    private static readonly Step Nothing = new(Report(0, 8), Bits());
    private static readonly Step Peeked = new(Report(0, 8, 0, clears: false), Bits((0, 1)));
    private static readonly Step Beside = new(Report(0x6000, 2), Bits());

    private static readonly (string Blamed, Step[] Steps)[] Losses =
    [
        ("DIRTY-LOG-01", [Mapped, Started, Written, Nothing]),
        ("DIRTY-LOG-02", [Mapped, Started, new(Write(One, 0xfff, 2), Ok), new(Report(0, 8), Bits((0, 1)))]),
        ("DIRTY-LOG-03", [Mapped, Started, new(Write(Two, 0), Ok), Nothing]),
        ("DIRTY-MAP-01", [Started, Mapped, Written, Nothing]),
        ("DIRTY-STA-02", [Mapped, Started, Written, Started, Nothing]),
        ("DIRTY-STA-02", [Mapped, Started, Written, Started, Started, Nothing]),
        ("DIRTY-STA-03", [Mapped, Started, Stopped, Started, Written, Nothing]),
        ("DIRTY-CLR-02", [Mapped, Started, Written, Peeked, Nothing]),
        ("DIRTY-CLR-02", [Mapped, Started, Written, Peeked, Peeked, Nothing]),
        ("DIRTY-WIN-01", [Mapped, Started, Written, Beside, Nothing]),
        ("DIRTY-WIN-01", [Mapped, Started, Written, Beside, Beside, Nothing]),
        ("DIRTY-WIN-03", [Mapped, Started, Written, new(Report(0, 8, 1), Bits())]),
        ("DIRTY-WIN-05",
        [
            new(Map(0, 2), Ok), new(Map(0x4000, 2), Ok), Started, new(Write(One, 0x4000), Ok),
            new(Report(0, 6), Bits()),
        ]),
        ("DIRTY-UNM-02", [Mapped, Started, Written, new(Unmap(0), Ok), Nothing]),
        ("DIRTY-PIN-01", [Mapped, Started, new(Pin(Unseen, 0), Ok), new(Write(Unseen, 0), Ok), Nothing]),
        ("DIRTY-SCO-02", [Mapped, Started, new(Write(Unseen, 0), Ok), new(Pin(Unseen, 0x1000), Ok), Nothing]),
        ("DIRTY-LOG-01", [Mapped, Started, Written, new(Pin(Unseen, 0x1000), Ok), Nothing]),
        ("DIRTY-SCO-01",
            [Mapped, Started, new(Write(Unseen, 0), Ok), new(new DirtyOperation.Detach(Unseen), Ok), Nothing]),
        ("DIRTY-LOG-01", [Mapped, Started, Written, new(new DirtyOperation.Detach(Unseen), Ok), Nothing]),
        // What was written once more was written as it was then.
        ("DIRTY-LOG-01", [Mapped, Started, Written, Peeked, Written, Nothing]),
    ];

    public static TheoryData<int> Each { get; } = [.. Enumerable.Range(0, Losses.Length)];

    private static DirtyConfiguration Configuration =>
        Of(Traits, WriterKind.Iommu, WriterKind.OwnLog, WriterKind.Unseen);

    [Theory]
    [MemberData(nameof(Each))]
    public void A_loss_is_blamed_on_what_has_happened(int index)
    {
        var (blamed, steps) = Losses[index];
        Assert.Equal([blamed], Broken(Configuration, steps));
        Assert.Contains(blamed, Met(Configuration, steps), StringComparer.Ordinal);
        if (blamed is "DIRTY-LOG-02" or "DIRTY-WIN-05") return;
        Assert.DoesNotContain(
            blamed, Broken(Configuration, [.. steps[..^1], steps[^1] with { Seen = Bits((0, 1)) }]),
            StringComparer.Ordinal);
    }
}
