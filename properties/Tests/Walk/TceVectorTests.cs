using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the windows of pseries, written by hand.</summary>
/// <remarks>
/// 0x28 has the window 0x28 of 4 MiB from 0, with pages of 4 KiB and its table at 0x100000, and the window 0x29 of
/// 4 MiB from 2^59, with pages of 64 KiB and its table at 0x102000. Sources: L is Linux arch/powerpc
/// (include/asm/tce.h, kvm/book3s_64_vio.c), Q is QEMU hw/ppc/spapr_iommu.c.
/// </remarks>
public sealed class TceVectorTests
{
    private const ulong Added = 1ul << 59;
    private const ulong Small = 0x10_0028;
    private const ulong Large = 0x10_2008;
    private const ulong AtSmall = 0x5678;
    private const ulong AtLarge = Added + 0x1_5678;
    private const ulong Put = (0x20ul << 48) | 0x28;
    private const ulong Stuff = (0x138ul << 48) | 0x28;
    private const ulong Indirect = (0x13cul << 48) | 0x28;

    public static TheoryData<string, ulong, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "L TCE_PCI_READ and _WRITE", Small, 0x5a00_3003, AtSmall, DmaKind.Read, "0x5a003678" },
        { "L TCE_PCI_READ and _WRITE", Small, 0x5a00_3003, AtSmall, DmaKind.Atomic, "0x5a003678" },
        { "L TCE_PCI_READ", Small, 0x5a00_3001, AtSmall, DmaKind.Read, "0x5a003678" },
        { "L TCE_PCI_READ", Small, 0x5a00_3001, AtSmall, DmaKind.Write, "NoRight  silent" },
        { "L TCE_PCI_READ", Small, 0x5a00_3001, AtSmall, DmaKind.Atomic, "NoRight  silent" },
        { "L TCE_PCI_WRITE", Small, 0x5a00_3002, AtSmall, DmaKind.Write, "0x5a003678" },
        { "L TCE_PCI_WRITE", Small, 0x5a00_3002, AtSmall, DmaKind.Read, "NoRight  silent" },
        { "Q: no right", Small, 0x5a00_3000, AtSmall, DmaKind.Read, "NotPresent  silent" },
        { "L: the entry beside it", Small, 0x5a00_3003, AtSmall + 0x1000, DmaKind.Read, "NotPresent  silent" },
        { "L: a page of 64 KiB", Large, 0x6a20_0003, AtLarge, DmaKind.Write, "0x6a205678" },
        { "L: the page beside it", Large, 0x6a20_0003, AtLarge - 0x1_0000, DmaKind.Write, "NotPresent  silent" },
        { "Q: behind the first window", Small, 0x5a00_3003, 0x40_0000, DmaKind.Read, "AddressTooWide  silent" },
        { "Q: before the second window", Large, 0x6a20_0003, Added - 1, DmaKind.Read, "AddressTooWide  silent" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(
        string source, ulong slot, ulong entry, ulong at, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Rig().Store(slot, entry).Walk(at, kind)));

    [Fact]
    public void A_call_for_an_entry_counts_when_it_returns() => Assert.Equal(
        "0x5a004678",
        Rig().Store(Small, 0x5a00_3003).Submit(Put, 0x5000, 0x5a00_4003).Await().Walk(AtSmall));

    [Fact]
    public void A_call_that_removes_entries_counts_for_all_of_them()
    {
        var rig = Rig().Store(Small - 8, 0x5a00_3003).Store(Small, 0x5a00_4003).Store(Small + 8, 0x5a00_5003)
            .Submit(Stuff, 0x4000, 0, 2).Await();
        Assert.Equal("NotPresent  silent", rig.Walk(AtSmall - 0x1000));
        Assert.Equal("NotPresent  silent", rig.Walk(AtSmall));
        Assert.Equal("0x5a005678", rig.Walk(AtSmall + 0x1000));
    }

    [Theory]
    [InlineData("Q: behind the window", Put, 0x40_0000, 0x5a00_4003, 0)]
    [InlineData("L kvmppc_ioba_validate", Stuff, 0x40_0000, 0, 1)]
    [InlineData("L: more entries than a page has", Indirect, 0, 0x8000, 513)]
    [InlineData("L: a list that does not start with a page", Indirect, 0, 0x8008, 1)]
    [InlineData("Q: no such window", Put | 0x7000, 0, 0x5a00_4003, 0)]
    public void A_call_is_refused(string source, ulong head, ulong at, ulong value, ulong count)
    {
        var rig = Rig();
        Assert.True(rig.MaySubmit(head, at, value, count), source);
        Assert.True(rig.IsIllegal(head, at, value, count), source);
    }

    [Theory]
    [InlineData("bits between rights and page", Put, 0x5000, 0x5a00_4013, 0)]
    [InlineData("the middle of a page", Put, 0x5010, 0x5a00_4003, 0)]
    [InlineData("some entries outside the window", Stuff, 0x3f_f000, 0, 2)]
    [InlineData("no entries", Stuff, 0, 0, 0)]
    [InlineData("a list, which the harness makes of stores", Indirect, 0, 0x8000, 1)]
    public void Nothing_is_told_of_a_call(string what, ulong head, ulong at, ulong value, ulong count) =>
        Assert.False(Rig().MaySubmit(head, at, value, count), what);

    private static WalkRig Rig()
    {
        var (size, own) = (new ByteCount(1 << 22), new RequesterId(0x28));
        return new WalkRig(new WalkUnit.Tce([
            new TceWindow(own, own, new Iova(0), 12, size, default, new Gpa(0x10_0000)),
            new TceWindow(own, new RequesterId(0x29), new Iova(Added), 16, size, default, new Gpa(0x10_2000)),
        ]));
    }
}
