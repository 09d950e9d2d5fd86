using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>
/// Vectors of SMMUv3 stage 2, alone and under stage 1, and of other granules, written by hand.
/// </summary>
/// <remarks>
/// Stage 2 alone: the stream table entry of 0x28 leads to three levels at 0x118000, 0x119000 and 0x11a000, which map
/// 0x12345678 to 0x5a003678. Under stage 1, whose tables are there, stage 2 has the table at 0x11c000 with leaves of
/// 1 GiB that map the first two gibibytes to themselves.
/// </remarks>
public sealed class SmmuStageTwoVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Stream = 0x10_0a00;
    private const ulong Settings = 0x10_0a10;
    private const ulong Tables = 0x10_0a18;
    private const ulong Level1 = 0x11_8000;
    private const ulong Level2 = 0x11_9488;
    private const ulong Leaf = 0x11_aa28;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Page = Frame | 0x7d7;
    private const ulong Second = 0x040c_0059_0000_0001;
    private const ulong Descriptor = 0x0055_6204_c080_0019;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "3.3: sound tables", Stream, 0xd, DmaKind.Write, "0x5a003678" },
        { "5.2 STE: S2T0SZ 40", Settings, Second + (15ul << 32), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2T0SZ 19, beyond IAS", Settings, Second - (6ul << 32), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2SL0 2 with S2T0SZ 25", Settings, Second ^ (3ul << 38), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2TG 11", Settings, Second | (3ul << 46), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2AA64", Settings, Second ^ (1ul << 51), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2ENDI", Settings, Second ^ (1ul << 52), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2HA without HTTU", Settings, Second | (1ul << 56), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2S without stall", Settings, Second | (1ul << 57), DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S2TTB beyond S2PS", Tables, 0x1000_0011_8000, DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: low bits of S2TTB", Tables, 0x11_8ff0, DmaKind.Read, "0x5a003678" },
        { "D8.3 level 1: not valid", Level1, 0x11_9002, DmaKind.Read, "NotPresent 0x10" },
        { "D8.3 level 2: no rights in tables", Level2, 0x6000_0000_0011_a003, DmaKind.Write, "0x5a003678" },
        { "D8.3 level 2: block of 2 MiB", Level2, 0x6a20_07d5, DmaKind.Read, "0x6a345678" },
        { "7.3.12 level 2: table of nothing", Level2, 0x7000_0003, DmaKind.Read, "Unreadable 0xb" },
        { "D8.4 leaf: S2AP 01", Leaf, Page ^ 0x80, DmaKind.Write, "NoRight 0x13" },
        { "D8.4 leaf: S2AP 10", Leaf, Page ^ 0x40, DmaKind.Write, "0x5a003678" },
        { "D8.4 leaf: XN", Leaf, Page | (1ul << 54), DmaKind.Read, "0x5a003678" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Settled(Alone().Store(at, value)).Walk(At, kind)));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_page_counts_as_written(int bit) =>
        Assert.Equal(BitOfPage(bit), Settled(Alone().Store(Leaf, Page ^ (1ul << bit))).Walk(At));

    [Fact]
    public void An_address_beyond_stage_2_is_told_as_one_and_beyond_IAS_as_a_bypass_of_stage_1()
    {
        Assert.Equal("NotPresent 0x10", Alone().Walk((1ul << 39) - 1));
        Assert.Equal("AddressTooWide 0x10", Alone().Walk(1ul << 39));
        Assert.Equal("BadOutput 0x11", Alone().Walk(1ul << 44));
    }

    [Fact]
    public void Without_S2R_faults_are_not_recorded() => Assert.Equal(
        "NotPresent 0x10 silent", Settled(Alone().Store(Settings, Second ^ (1ul << 58)).Store(Leaf, 0)).Walk(At));

    [Fact]
    public void Both_stages_take_the_rights_of_both()
    {
        Assert.Equal("0x5a003678", Nested().Walk(At, DmaKind.Write));
        Assert.Equal("NoRight 0x13", Settled(Nested().Store(0x11_c008, 0x4000_0755)).Walk(At, DmaKind.Write));
        Assert.Equal("NoRight 0x13", Settled(Nested().Store(0x11_c000, 0x795)).Walk(At));
        Assert.Equal("NotPresent 0x10", Settled(Nested().Store(0x11_c000, 0)).Walk(At));
    }

    [Fact]
    public void Device_memory_holds_no_tables_where_they_are_protected()
    {
        var rig = Settled(Nested().Store(0x11_c000, 0x7c5));
        Assert.Equal("0x5a003678", rig.Walk(At));
        Assert.Equal("NoRight 0x13", Settled(rig.Store(Settings, Second | (1ul << 54))).Walk(At));
    }

    [Fact]
    public void Sixteen_tables_side_by_side_are_one()
    {
        var rig = Alone().Store(Settings, Second - (4ul << 32)).Store(Tables, 0x12_0000).Store(0x12_0000, 0x11_9003);
        rig = Settled(rig);
        Assert.Equal("0x5a003678", rig.Walk(At));
        Assert.Equal("AddressTooWide 0x10", rig.Walk(1ul << 43));
    }

    [Fact]
    public void An_intermediate_address_needs_its_own_invalidation_and_under_stage_1_that_of_all()
    {
        Assert.Equal("NotPresent 0x10", Alone().Store(Leaf, 0).Submit(0x1_0000_002a, 0x1234_5000).Await().Walk(At));
        var rig = Nested().Store(0x11_c008, 0).Submit(0x1_0000_0010).Submit(0x1_0000_002a, 0x5a00_3000).Await();
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x10", rig.Submit(0x1_0000_0010).Await().Walk(At));
    }

    [Fact]
    public void Tables_of_64_KiB_have_pages_and_blocks_of_512_MiB()
    {
        var rig = Wide(0x0055_6204_c080_005c).Store(0x12_0000, 0x13_0003).Store(0x13_91a0, 0x6a20_0f43);
        Assert.Equal("0x6a205678", Settled(rig).Walk(At));
        Assert.Equal("0x52345678", Settled(rig.Store(0x12_0000, 0x4000_0f41)).Walk(At));
    }

    [Fact]
    public void Tables_of_16_KiB_have_pages_and_blocks_of_32_MiB()
    {
        var rig = Wide(0x0055_6204_c080_009c).Store(0x12_0048, 0x13_0003).Store(0x13_0688, 0x6a20_0f43);
        Assert.Equal("0x6a201678", Settled(rig).Walk(At));
        Assert.Equal("0x6a345678", Settled(rig.Store(0x12_0048, 0x6a00_0f41)).Walk(At));
    }

    private static string BitOfPage(int bit) => bit switch
    {
        0 => "NotPresent 0x10",
        1 => "WrongLevel 0x10",
        6 => "NoRight 0x13",
        10 => "NotMarked 0x12",
        >= 12 and < 44 => $"0x{((Frame ^ (1ul << bit)) | 0x678):x}",
        >= 44 and < 48 => "ReservedBit 0x11",
        _ => "0x5a003678",
    };

    private static WalkRig Settled(WalkRig rig) => rig.Submit(0x30).Submit(0x04, 31).Submit(0x30).Await();

    private static WalkRig Start() => new WalkRig(Unit)
        .Program(UnitRegister.TablesForm, 8).Program(UnitRegister.Tables, 0x10_0000)
        .Program(UnitRegister.Translation, 1);

    private static WalkRig Alone() => Settled(Start()
        .Store(Leaf, Page).Store(Level2, 0x11_a003).Store(Level1, 0x11_9003)
        .Store(Settings, Second).Store(Tables, 0x11_8000).Store(Stream, 0xd));

    private static WalkRig Nested() => Settled(Start()
        .Store(Leaf, Frame | 0xf43).Store(Level2, 0x11_a003).Store(Level1, 0x11_9003)
        .Store(0x11_0008, 0x11_8000).Store(0x11_0000, Descriptor)
        .Store(0x11_c000, 0x7d5).Store(0x11_c008, 0x4000_07d5)
        .Store(Settings, Second).Store(Tables, 0x11_c000).Store(Stream, 0x11_000f));

    private static WalkRig Wide(ulong descriptor) => Start()
        .Store(0x11_0008, 0x12_0000).Store(0x11_0000, descriptor).Store(Stream, 0x11_000b);

    // S1P, S2P, TTF 64-bit, ASID16, VMID16, little byte order, no stall, aborts; SIDSIZE 16; OAS 44, all granules.
    private static WalkUnit.Smmuv3 Unit => new(
        new Word(0x544_100b), new Word(16), default, new Word(0x74), new Word(1));
}
