using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the tables of PCI functions of s390, written by hand.</summary>
/// <remarks>
/// The region-third table of 0x28 at 0x100000 leads to a segment table at 0x104000 and a page table at 0x108000, which
/// map 0x112345678 to 0x5a003678. Sources: L is Linux arch/s390/include/asm/pci_dma.h, Q is QEMU
/// hw/s390x/s390-pci-bus.c (walk) and s390-pci-inst.c (instructions).
/// </remarks>
public sealed class ZpciVectorTests
{
    private const ulong At = 0x1_1234_5678;
    private const ulong Start = 0x1_0000_0000;
    private const ulong Last = (1ul << 42) - 1;
    private const ulong Region = 0x10_0010;
    private const ulong Segment = 0x10_4918;
    private const ulong Page = 0x10_8228;
    private const ulong ToSegments = 0x10_4007;
    private const ulong ToPages = 0x10_8000;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Designation = 0x10_0804;
    private const ulong Protected = 0x200;
    private const ulong Refresh = (0xd3ul << 56) | 0x28;
    private const ulong Register = (0xd0ul << 56) | (4ul << 48) | 0x28;
    private const ulong Deregister = (0xd0ul << 56) | (5ul << 48) | 0x28;
    private const ulong Reregister = (0xd0ul << 56) | (6ul << 48) | 0x28;
    private const string Absent = "NotPresent 0x4";

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "L: sound tables", Page, Frame, DmaKind.Write, "0x5a003678" },
        { "L ZPCI_PTE_INVALID", Page, Frame | 0x400, DmaKind.Read, Absent },
        { "L ZPCI_TABLE_PROTECTED, page", Page, Frame | Protected, DmaKind.Write, "NoRight 0x4" },
        { "L ZPCI_TABLE_PROTECTED, page", Page, Frame | Protected, DmaKind.Read, "0x5a003678" },
        { "L: frame at the end of memory", Page, 0x6a20_0000, DmaKind.Write, "0x6a200678" },
        { "Q: a page entry that was never written", Page, 0, DmaKind.Read, "NotPresent 0x7/0x4" },
        { "L: bit 11 of a page entry is untold", Page, Frame | 0x800, DmaKind.Read,
            "0x5a003678 | ReservedBit 0x7/0x4" },
        { "L ZPCI_TABLE_INVALID, segment", Segment, ToPages | 0x20, DmaKind.Read, Absent },
        { "L ZPCI_TABLE_PROTECTED, segment", Segment, ToPages | Protected, DmaKind.Write, "NoRight 0x4" },
        { "L ZPCI_TABLE_PROTECTED, segment", Segment, ToPages | Protected, DmaKind.Read, "0x5a003678" },
        { "L ZPCI_TABLE_TYPE_SX, not RTX", Segment, ToPages | 4, DmaKind.Read, "WrongLevel 0x9/0x4" },
        { "L ZPCI_TABLE_TYPE_SX, not RFX", Segment, ToPages | 0xc, DmaKind.Read, "WrongLevel 0x9/0x4" },
        { "Q ZPCI_TABLE_FC: frame of 1 MiB", Segment, 0x6a20_0400, DmaKind.Write, "0x6a245678" },
        { "Q ZPCI_TABLE_FC, protected", Segment, 0x6a20_0600, DmaKind.Write, "NoRight 0x4" },
        { "Q: a segment entry that was never written", Segment, 0, DmaKind.Read, "NotPresent 0x7/0x4" },
        { "Q: a table of nothing", Segment, 0x7000_0000, DmaKind.Read, "Unreadable 0x7/0x4" },
        { "L ZPCI_TABLE_INVALID, region", Region, ToSegments | 0x20, DmaKind.Read, Absent },
        { "L ZPCI_TABLE_PROTECTED, region", Region, ToSegments | Protected, DmaKind.Write, "NoRight 0x4" },
        { "L ZPCI_TABLE_TYPE_RTX, not SX", Region, ToSegments ^ 4, DmaKind.Read, "WrongLevel 0x9/0x4" },
        { "L ZPCI_TABLE_TYPE_RTX, not RSX", Region, ToSegments ^ 0xc, DmaKind.Read, "WrongLevel 0x9/0x4" },
        { "L ZPCI_TABLE_LEN_RTX: one quarter, ours", Region, ToSegments & ~3ul, DmaKind.Read,
            "0x5a003678 | ReservedBit 0x8/0x4" },
        { "Q ZPCI_TABLE_OFFSET_MASK: from the second quarter", Region, ToSegments | 0x40, DmaKind.Read,
            "ReservedBit 0x8/0x4" },
        { "L: bit 4 of a region entry is untold", Region, ToSegments | 0x10, DmaKind.Read,
            "0x5a003678 | ReservedBit 0x7/0x4" },
        { "Q: a region entry that was never written", Region, 0, DmaKind.Read, "NotPresent 0x7/0x4" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, With(at, value).Walk(At, kind)));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_page_counts_as_written(int bit) =>
        Assert.Equal(BitOfPage(bit), With(Page, Frame ^ (1ul << bit)).Walk(At, DmaKind.Write));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_region_counts_as_written(int bit) =>
        Assert.Equal(BitOfRegion(bit), With(Region, ToSegments ^ (1ul << bit)).Walk(At, DmaKind.Write));

    [Fact]
    public void A_page_table_needs_an_alignment_of_2_KiB_only() =>
        Assert.Equal("0x5a003678", With(Segment, ToPages | 0x800).Store(0x10_8a28, Frame).Walk(At));

    [Fact]
    public void Addresses_outside_what_is_registered_reach_nothing()
    {
        var rig = With(Page, Frame);
        Assert.Equal("AddressTooWide 0x2", rig.Walk(Start - 0x1000));
        Assert.Equal("AddressTooWide 0x2", rig.Walk(Last + 1));
        rig.Submit(Reregister, Start + 0x2000_0000, Designation).Await();
        Assert.Equal("AddressTooWide 0x2", rig.Walk(At));
    }

    [Fact]
    public void A_region_second_table_leads_to_a_region_third_table() => Assert.Equal(
        "0x5a003678",
        With(Page, Frame).Submit(Reregister, Start, 0x11_0808).Await().Store(0x11_0000, 0x10_000b).Walk(At));

    [Fact]
    public void A_region_first_table_leads_to_a_region_second_table() => Assert.Equal(
        "0x5a003678",
        With(Page, Frame).Submit(Reregister, Start, 0x11_480c).Await()
            .Store(0x11_4000, 0x11_000f).Store(0x11_0000, 0x10_000b).Walk(At));

    [Fact]
    public void A_segment_table_ends_at_2_GiB() =>
        Assert.Equal(
            "AddressTooWide 0x2", With(Page, Frame).Submit(Reregister, Start, 0x10_4800).Await().Walk(At));

    [Fact]
    public void A_function_whose_tables_are_taken_away_reaches_nothing() =>
        Assert.Equal("NotConfigured 0x1", With(Page, Frame).Submit(Deregister).Await().Walk(At));

    [Fact]
    public void What_was_registered_starts_empty_where_what_became_valid_is_refreshed()
    {
        var rig = Refreshed().Submit(Deregister).Await().Submit(Register, Start, Designation).Await();
        Assert.Equal("0x5a003678 | NotPresent 0x4", rig.Walk(At));
        Assert.Equal("0x5a003678", rig.Submit(Refresh, At & ~0xffful, 0x1000).Await().Walk(At));
    }

    [Fact]
    public void A_page_that_became_invalid_may_be_used_until_it_is_refreshed()
    {
        var rig = Refreshed().Store(Page, 0x400);
        Assert.Equal("NotPresent 0x4 | 0x5a003678", rig.Walk(At));
        rig.Submit(Refresh, (At & ~0xffful) + 0x1000, 0x1000).Await();
        Assert.Equal("NotPresent 0x4 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x4", rig.Submit(Refresh, At & ~0xffful, 0x1000).Await().Walk(At));
    }

    [Fact]
    public void A_refresh_that_comes_upon_a_malformed_entry_need_not_have_done_anything()
    {
        var rig = Refreshed().Store(Page, 0x400).Submit(Refresh, At & ~0xffful, 0x2000).Await();
        Assert.Equal("NotPresent 0x4 | 0x5a003678", rig.Walk(At));
        rig.Store(Page + 8, 0x400).Submit(Refresh, At & ~0xffful, 0x2000).Await();
        Assert.Equal("NotPresent 0x4", rig.Walk(At));
    }

    [Theory]
    [InlineData(false, "0x5a003678")]
    [InlineData(true, "0x5a003678 | NotPresent 0x4")]
    public void What_became_valid_is_refreshed_only_where_that_is_asked_for(bool refreshes, string expected)
    {
        var rig = new WalkRig(Unit(refreshes)).Store(Region, ToSegments).Store(Segment, ToPages).Store(Page, 0x400)
            .Submit(Register, Start, Designation).Await().Submit(Refresh, At & ~0xffful, 0x1000).Await();
        Assert.Equal("NotPresent 0x4", rig.Walk(At));
        Assert.Equal(expected, rig.Store(Page, Frame).Walk(At));
    }

    private static string BitOfPage(int bit) => bit switch
    {
        9 => "NoRight 0x4",
        10 => Absent,
        < 12 => "0x5a003678 | ReservedBit 0x7/0x4",
        _ => $"0x{((Frame ^ (1ul << bit)) | 0x678):x}",
    };

    private static string BitOfRegion(int bit) => bit switch
    {
        0 or 1 => "0x5a003678 | ReservedBit 0x8/0x4",
        2 or 3 => "WrongLevel 0x9/0x4",
        5 => Absent,
        6 or 7 => "ReservedBit 0x8/0x4",
        9 => "NoRight 0x4",
        < 14 => "0x5a003678 | ReservedBit 0x7/0x4",
        < 18 => "NotPresent 0x7/0x4",
        _ => "unknown",
    };

    private static WalkRig With(ulong at, ulong value)
    {
        var rig = new WalkRig(Unit(refreshes: false));
        foreach (var (place, entry) in new[] { (Region, ToSegments), (Segment, ToPages), (Page, Frame) })
            rig.Store(place, place == at ? value : entry);
        return rig.Submit(Register, Start, Designation).Await();
    }

    private static WalkRig Refreshed() => new WalkRig(Unit(refreshes: true))
        .Store(Region, ToSegments).Store(Segment, ToPages).Store(Page, Frame)
        .Submit(Register, Start, Designation).Await().Submit(Refresh, At & ~0xffful, 0x1000).Await();

    private static WalkUnit.Zpci Unit(bool refreshes) =>
        new(refreshes, new Word(0xf0), new Iova(Start), new Iova(Last));
}
