using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the RISC-V IOMMU, first stage alone: one change of sound tables, and what it leads to.</summary>
/// <remarks>
/// 0x28 goes from the directory at 0x100000 over the device context at 0x101500 through Sv39 tables at 0x108000,
/// 0x109000 and 0x10a000, which map 0x12345678 to 0x5a003678. The unit has base-format contexts, Sv39 and Sv48,
/// process directories of every size, addresses of 46 bits, and marks nothing.
/// </remarks>
public sealed class RiscvFirstStageVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Root = 0x10_0000;
    private const ulong Context = 0x10_1500;
    private const ulong Iohgatp = Context + 8;
    private const ulong Ta = Context + 16;
    private const ulong Fsc = Context + 24;
    private const ulong Level3 = 0x10_8000;
    private const ulong Level2 = 0x10_9488;
    private const ulong Leaf = 0x10_aa28;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Sound39 = 0x8000_0000_0000_0108;
    private const ulong Page = 0x1680_0cd7;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "translate an IOVA: sound tables", Root, 0x4_0401, DmaKind.Read, "0x5a003678" },
        { "translate an IOVA: sound tables", Root, 0x4_0401, DmaKind.Atomic, "0x5a003678" },
        { "device directory: V", Root, 0x4_0400, DmaKind.Read, "NotConfigured 0x102" },
        { "device directory: reserved bit 1", Root, 0x4_0403, DmaKind.Read, "BadConfiguration 0x103" },
        { "device directory: reserved bit 54", Root, 0x40_0000_0004_0401, DmaKind.Read, "BadConfiguration 0x103" },
        { "device directory: cannot be read", Root, 0x1c00_0001, DmaKind.Read, "Unreadable 0x101" },
        { "device directory: beyond memory", Root, 0x20_0000_0004_0401, DmaKind.Read, "Unreadable 0x101" },
        { "device context: V", Context, 0x10, DmaKind.Read, "NotConfigured 0x102" },
        { "device context: reserved bit 12", Context, 0x1001, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: reserved bit 12 and DTF", Context, 0x1011, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: reserved bit 32", Context, 0x1_0000_0001, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: custom bit 24", Context, 0x100_0001, DmaKind.Read, "0x5a003678" },
        { "device context: EN_ATS without ATS", Context, 3, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: EN_PRI without EN_ATS", Context, 5, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: DPE without PDTV", Context, 0x201, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: SADE without AMO_HWAD", Context, 0x101, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: SBE without END", Context, 0x401, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: iohgatp mode 7", Iohgatp, 0x7000_0000_0000_0000, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: iohgatp unaligned", Iohgatp, 0x8000_0000_0000_0111, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: ta reserved bit 0", Ta, 0x7001, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: RCID without QOSID", Ta, 0x100_0000_7000, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: fsc reserved bit 44", Fsc, Sound39 | 1ul << 44, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: iosatp mode 1", Fsc, 0x1000_0000_0000_0108, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: Sv57 without Sv57", Fsc, 0xa000_0000_0000_0108, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: Bare", Fsc, 0, DmaKind.Read, "0x12345678" },
        { "first stage: top cannot be read", Fsc, 0x8000_0000_0007_0000, DmaKind.Read, "Unreadable 0x5" },
        { "first stage: top cannot be read", Fsc, 0x8000_0000_0007_0000, DmaKind.Write, "Unreadable 0x7" },
        { "PTE level 3: V", Level3, 0x4_2400, DmaKind.Read, "NotPresent 0xd" },
        { "PTE level 3: V", Level3, 0x4_2400, DmaKind.Write, "NotPresent 0xf" },
        { "PTE level 3: pointer with A", Level3, 0x4_2441, DmaKind.Read, "ReservedBit 0xd" },
        { "PTE level 3: pointer with U", Level3, 0x4_2411, DmaKind.Read, "ReservedBit 0xd" },
        { "PTE level 3: leaf of 1 GiB", Level3, 0x1000_00d7, DmaKind.Read, "0x52345678" },
        { "PTE level 3: misaligned leaf of 1 GiB", Level3, 0x1008_00d7, DmaKind.Read, "WrongLevel 0xd" },
        { "PTE level 2: leaf of 2 MiB", Level2, 0x1a88_00d7, DmaKind.Write, "0x6a345678" },
        { "PTE level 2: misaligned leaf of 2 MiB", Level2, 0x1a88_04d7, DmaKind.Write, "WrongLevel 0xf" },
        { "PTE level 2: N", Level2, 0x8000_0000_1a88_20d7, DmaKind.Read, "WrongLevel 0xd" },
        { "PTE level 2: cannot be read", Level2, 0x1c00_0001, DmaKind.Read, "Unreadable 0x5" },
        { "PTE level 1: pointer", Leaf, 0x4_2801, DmaKind.Read, "WrongLevel 0xd" },
        { "PTE level 1: no W", Leaf, 0x1680_0cd3, DmaKind.Write, "NoRight 0xf" },
        { "PTE level 1: no W", Leaf, 0x1680_0cd3, DmaKind.Atomic, "NoRight 0xf" },
        { "PTE level 1: X only", Leaf, 0x1680_0cd9, DmaKind.Read, "NoRight 0xd" },
        { "PTE level 1: D clear", Leaf, 0x1680_0c57, DmaKind.Write, "NotMarked 0xf" },
        { "PTE level 1: D clear", Leaf, 0x1680_0c57, DmaKind.Read, "0x5a003678" },
        { "Svnapot: 64 KiB", Leaf, 0x8000_0000_1a88_20d7, DmaKind.Read, "0x6a205678" },
        { "Svnapot: another size", Leaf, 0x8000_0000_1a88_10d7, DmaKind.Read, "WrongLevel 0xd" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Changed(at, value).Walk(At, kind)));

    // Privileged Architecture, page table entry: what each bit of a leaf of 4 KiB is.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_leaf_counts_as_written(int bit) =>
        Assert.Equal(BitOfLeaf(bit), Changed(Leaf, Page ^ (1ul << bit)).Walk(At));

    [Fact]
    public void Off_lets_nothing_through_and_Bare_everything()
    {
        Assert.Equal("UnitOff 0x100", Sound().Program(UnitRegister.Tables, 0x4_0000).Walk(At));
        Assert.Equal(
            "0x12345678",
            Sound().Program(UnitRegister.Tables, 0x4_0000).Program(UnitRegister.Tables, 1).Walk(At));
    }

    [Fact]
    public void A_directory_that_was_left_may_be_cached_until_all_contexts_are_invalidated()
    {
        var rig = Sound().Program(UnitRegister.Tables, 0x4_0000).Program(UnitRegister.Tables, 0x4_1003);
        Assert.Equal("NotConfigured 0x102 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotConfigured 0x102", rig.Submit(3).Await().Walk(At));
    }

    [Fact]
    public void An_address_is_sign_extended()
    {
        Assert.Equal("AddressTooWide 0xd", Sound().Walk(1ul << 38));
        Assert.Equal("NotPresent 0xd", Sound().Walk(ulong.MaxValue << 38));
        Assert.Equal("AddressTooWide 0xf", Sound().Walk(1ul << 63, DmaKind.Write));
    }

    [Fact]
    public void Faults_are_silent_where_DTF_is_set_except_those_of_the_directory()
    {
        var rig = Sound().Store(Context, 0x11).Submit(3).Submit(1).Await();
        Assert.Equal("NotPresent 0xd silent", rig.Walk(0x4000_0000));
        Assert.Equal("KindNotAdmitted 0x104 silent", rig.Walk(At, pasid: 0));
    }

    [Fact]
    public void A_removed_leaf_may_be_used_until_an_invalidation_covers_it()
    {
        var rig = Sound().Store(Leaf, 0);
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x401, 0x1234_4ul << 10).Await().Walk(At));
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x1_0000_8401, 0x1234_5ul << 10).Await().Walk(At));
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x81).Await().Walk(At));
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x1_0000_7401, 0x1234_5ul << 10).Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Await().Walk(At));
    }

    [Fact]
    public void A_superpage_is_invalidated_by_any_address_in_it()
    {
        var rig = Changed(Level2, 0x1a88_00d7).Store(Level2, 0);
        Assert.Equal("NotPresent 0xd | 0x6a345678", rig.Submit(0x401, 0x1240_0ul << 10).Await().Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Submit(0x401, 0x123f_ful << 10).Await().Walk(At));
    }

    [Fact]
    public void A_pointer_is_invalidated_only_without_an_address()
    {
        var rig = Sound().Store(Level2, 0);
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x401, 0x1234_5ul << 10).Await().Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Submit(0x1_0000_7001).Await().Walk(At));
    }

    [Fact]
    public void What_is_global_stays_when_an_address_space_is_invalidated()
    {
        var rig = Changed(Leaf, Page | 0x20).Store(Leaf, 0);
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x1_0000_7001).Await().Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Submit(1).Await().Walk(At));
    }

    [Fact]
    public void A_changed_context_needs_its_own_invalidation_and_then_that_of_its_translations()
    {
        var rig = Sound().Store(Fsc, 0x8000_0000_0000_0120);
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(1).Submit(0x2802_0000_0003).Await().Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Submit(0x1_0000_7001).Await().Walk(At));
    }

    [Fact]
    public void What_is_not_valid_is_not_cached() =>
        Assert.Equal("0x5a003678", Sound().Store(Leaf, 0).Submit(1).Await().Store(Leaf, Page).Walk(At));

    [Theory]
    [InlineData(0x0)]
    [InlineData(0x5)]
    [InlineData(0x101)]
    [InlineData(0x801)]
    [InlineData(0x1_0000_0081)]
    [InlineData(0x4_0000_0001)]
    [InlineData(0x183)]
    [InlineData(0x83)]
    [InlineData(0x1003)]
    [InlineData(0x802)]
    [InlineData(0x4)]
    public void An_illegal_command_ends_nothing(ulong command) =>
        Assert.Equal(
            "NotPresent 0xd | 0x5a003678", Sound().Store(Leaf, 0).Submit(command).Submit(1).Await().Walk(At));

    private static string BitOfLeaf(int bit) => bit switch
    {
        0 => "NotPresent 0xd",
        1 => "ReservedBit 0xd",
        4 => "NoRight 0xd",
        6 => "NotMarked 0xd",
        >= 10 and < 44 => $"0x{(Frame ^ (4ul << bit)) | 0x678:x}",
        >= 44 and < 54 => "BadOutput 0x5",
        >= 54 and < 63 => "ReservedBit 0xd",
        63 => "WrongLevel 0xd",
        _ => "0x5a003678",
    };

    private static WalkRig Changed(ulong at, ulong value) => Sound().Store(at, value).Submit(3).Submit(1).Await();

    private static WalkRig Sound() => new WalkRig(Unit)
        .Program(UnitRegister.Tables, 0x4_0003)
        .Store(Leaf, Page).Store(Level2, 0x4_2801).Store(Level3, 0x4_2401)
        .Store(Ta, 0x7000).Store(Fsc, Sound39).Store(Context, 1).Store(Root, 0x4_0401)
        .Submit(3).Submit(1).Await();

    // Sv39, Sv48, Sv39x4, PAS 46, PD8, PD17, PD20.
    private static WalkUnit.Riscv Unit => new(
        new Word(0x10).With(10, 9, 3).With(17, 17, 1).With(37, 32, 46).With(40, 38, 7), default);
}
