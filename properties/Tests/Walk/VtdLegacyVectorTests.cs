using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of VT-d legacy mode, written by hand: one change of sound tables, and what it leads to.</summary>
/// <remarks>
/// 0x28 goes from the root table at 0x100000 over the context table at 0x101000 through four levels at 0x108000,
/// 0x109000, 0x10a000 and 0x10b000, which map 0x12345678 to 0x5a003678. The unit has 48 bits of input and 39 of memory,
/// leaves of 2 MiB and 1 GiB, pass-through, no snoop control, 8 bits of domain id.
/// </remarks>
public sealed class VtdLegacyVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Root = 0x10_0000;
    private const ulong ContextLow = 0x10_1280;
    private const ulong ContextHigh = 0x10_1288;
    private const ulong Level4 = 0x10_8000;
    private const ulong Level3 = 0x10_9000;
    private const ulong Level2 = 0x10_a488;
    private const ulong Leaf = 0x10_ba28;
    private const ulong Frame = 0x5a00_3000;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "chapter 3: sound tables", Root, 0x10_1001, DmaKind.Read, "0x5a003678" },
        { "chapter 3: sound tables", Root, 0x10_1001, DmaKind.Atomic, "0x5a003678" },
        { "9.1 root entry: P", Root, 0x10_1000, DmaKind.Read, "NotConfigured 0x1" },
        { "9.1 root entry: reserved bit 1", Root, 0x10_1003, DmaKind.Read, "BadConfiguration 0xa" },
        { "9.1 root entry: reserved high word", Root + 8, 1, DmaKind.Read, "BadConfiguration 0xa" },
        { "9.1 root entry: CTP beyond HAW", Root, 0x80_0010_1001, DmaKind.Read, "BadConfiguration 0xa" },
        { "7: root entry that cannot be read", Root, 0x7000_0001, DmaKind.Read, "Unreadable 0x9" },
        { "9.3 context entry: P", ContextLow, 0x10_8000, DmaKind.Read, "NotConfigured 0x2" },
        { "9.3 context entry: P and FPD", ContextLow, 0x10_8002, DmaKind.Read, "NotConfigured 0x2 silent" },
        { "9.3 context entry: reserved bit 4", ContextLow, 0x10_8011, DmaKind.Read, "BadConfiguration 0xb" },
        { "9.3 context entry: reserved bit 4 and FPD", ContextLow, 0x10_8013, DmaKind.Read, "BadConfiguration 0xb" },
        { "9.3 context entry: TT 3", ContextLow, 0x10_800d, DmaKind.Read, "BadConfiguration 0x3" },
        { "9.3 context entry: TT 1 without DT", ContextLow, 0x10_8005, DmaKind.Read, "BadConfiguration 0x3" },
        { "9.3 context entry: TT 2", ContextLow, 0x10_8009, DmaKind.Read, "0x12345678" },
        { "9.3 context entry: AW 0", ContextHigh, 0x100, DmaKind.Read, "BadConfiguration 0x3" },
        { "9.3 context entry: AW 3 without 5 levels", ContextHigh, 0x103, DmaKind.Read, "BadConfiguration 0x3" },
        { "9.3 context entry: DID wider than ND", ContextHigh, 0x1_0102, DmaKind.Read, "BadConfiguration 0xb" },
        { "9.3 context entry: reserved bit 24", ContextHigh, 0x100_0102, DmaKind.Read, "BadConfiguration 0xb" },
        { "9.3 context entry: ignored bits 6:3", ContextHigh, 0x17a, DmaKind.Read, "0x5a003678" },
        { "7: top table that cannot be read", ContextLow, 0x7000_0001, DmaKind.Read, "Unreadable 0x3/0x7" },
        { "9.8 level 4: R and W clear", Level4, 0x10_9000, DmaKind.Read, "NotPresent 0x6" },
        { "9.8 level 4: R and W clear", Level4, 0x10_9000, DmaKind.Write, "NotPresent 0x5" },
        { "9.8 level 4: PS", Level4, 0x10_9083, DmaKind.Read, "WrongLevel 0xc" },
        { "3.7 level 3: R only", Level3, 0x10_a001, DmaKind.Read, "0x5a003678" },
        { "3.7 level 3: R only", Level3, 0x10_a001, DmaKind.Write, "NoRight 0x5" },
        { "3.7 level 3: R only", Level3, 0x10_a001, DmaKind.Atomic, "NoRight 0x5/0x6" },
        { "9.8 level 3: leaf of 1 GiB", Level3, 0x4000_0083, DmaKind.Read, "0x52345678" },
        { "9.8 level 3: leaf of 1 GiB, bit 29", Level3, 0x6000_0083, DmaKind.Read, "ReservedBit 0xc" },
        { "9.8 level 2: leaf of 2 MiB", Level2, 0x6a20_0083, DmaKind.Write, "0x6a345678" },
        { "9.8 level 2: leaf of 2 MiB, bit 12", Level2, 0x6a20_1083, DmaKind.Write, "ReservedBit 0xc" },
        { "7: table that cannot be read", Level2, 0x7000_0003, DmaKind.Read, "Unreadable 0x7" },
        { "7: table that cannot be read, W missing", Level2, 0x7000_0001, DmaKind.Write, "Unreadable 0x7/0x5" },
        { "9.8 leaf: W only", Leaf, Frame | 2, DmaKind.Read, "NoRight 0x6" },
        { "9.8 leaf: W only", Leaf, Frame | 2, DmaKind.Write, "0x5a003678" },
        { "4.1 leaf: interrupt range", Leaf, 0xfee0_0003, DmaKind.Write, "BadOutput 0xe" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Changed(at, value).Walk(At, kind)));

    // 3.7 and 9.8: what each bit of a leaf of 4 KiB is.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_leaf_counts_as_written(int bit) =>
        Assert.Equal(BitOfLeaf(bit), Changed(Leaf, (Frame | 3) ^ (1ul << bit)).Walk(At));

    [Fact]
    public void An_address_at_the_end_of_the_width_is_translated_and_the_next_is_not()
    {
        Assert.Equal("NotPresent 0x6", Sound().Walk((1ul << 48) - 1));
        Assert.Equal("AddressTooWide 0x4", Sound().Walk(1ul << 48));
    }

    [Fact]
    public void Narrower_tables_leave_out_the_top_level()
    {
        var rig = Sound().Store(ContextHigh, 0x101).Store(ContextLow, 0x10_9001).Submit(0x11).Submit(0x12).Await();
        Assert.Equal("0x5a003678", rig.Walk(At));
        Assert.Equal("AddressTooWide 0x4", rig.Walk(1ul << 39));
    }

    [Fact]
    public void Where_MGAW_is_less_than_the_width_of_the_tables_it_is_the_limit()
    {
        var rig = Sound(Unit with { Capability = Unit.Capability.With(21, 16, 39) });
        Assert.Equal("NotPresent 0x6", rig.Walk((1ul << 40) - 1));
        Assert.Equal("AddressTooWide 0x4", rig.Walk(1ul << 40));
    }

    [Fact]
    public void Without_translation_every_request_passes() =>
        Assert.Equal("0x12345678", Sound().Program(UnitRegister.Translation, 0).Walk(At));

    [Fact]
    public void A_removed_leaf_may_be_used_until_an_invalidation_covers_it()
    {
        var rig = Sound().Store(Leaf, 0);
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Submit(0x1_0032, 0x1234_6000).Await().Walk(At));
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Submit(0x2_0022).Await().Walk(At));
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Submit(0x1_0032, 0x1234_5000).Walk(At));
        Assert.Equal("NotPresent 0x6", rig.Await().Walk(At));
    }

    [Fact]
    public void A_changed_context_needs_its_own_invalidation_and_then_that_of_translations()
    {
        var rig = Sound().Store(ContextLow, 0x10_c001);
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Submit(0x12).Submit(0x11).Await().Walk(At));
        Assert.Equal("NotPresent 0x6", rig.Submit(0x12).Await().Walk(At));
    }

    [Fact]
    public void Absence_is_not_cached_without_caching_mode() =>
        Assert.Equal("0x5a003678", Sound().Store(Leaf, 0).Submit(0x12).Await().Store(Leaf, Frame | 3).Walk(At));

    [Fact]
    public void An_illegal_command_ends_nothing()
    {
        var rig = Sound().Store(Leaf, 0).Submit(0).Submit(0x12).Await();
        Assert.Equal("NotPresent 0x6 | 0x5a003678", rig.Walk(At));
    }

    private static string BitOfLeaf(int bit) => bit switch
    {
        0 => "NoRight 0x6",
        11 => "ReservedBit 0xc",
        62 => "0x5a003678 | ReservedBit 0xc",
        >= 12 and < 39 => $"0x{((Frame ^ (1ul << bit)) | 0x678):x}",
        >= 39 and < 52 => "ReservedBit 0xc",
        _ => "0x5a003678",
    };

    private static WalkRig Changed(ulong at, ulong value) =>
        Sound().Store(at, value).Submit(0x11).Submit(0x12).Await();

    internal static WalkRig Sound() => Sound(Unit);

    private static WalkRig Sound(WalkUnit.Vtd unit) => new WalkRig(unit)
        .Program(UnitRegister.Tables, Root).Program(UnitRegister.Translation, 1)
        .Store(Leaf, Frame | 3).Store(Level2, 0x10_b003).Store(Level3, 0x10_a003).Store(Level4, 0x10_9003)
        .Store(ContextHigh, 0x102).Store(ContextLow, 0x10_8001).Store(Root, 0x10_1001)
        .Submit(0x11).Submit(0x12).Await();

    // ND 8 bits, SAGAW 3 and 4 levels, MGAW 48, SLLPS 2 MiB and 1 GiB, PSI, MAMV 9; QI, PT.
    private static WalkUnit.Vtd Unit => new(
        new Word(2).With(12, 8, 0b00110).With(21, 16, 47).With(37, 34, 3).With(39, 39, 1).With(53, 48, 9),
        new Word(0x42), 39);
}
