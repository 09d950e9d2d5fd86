using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of SMMUv3 stage 1, written by hand: one change of sound tables, and what it leads to.</summary>
/// <remarks>
/// Stream 0x28 goes from the linear stream table at 0x100000 to the context descriptor at 0x110000 and through three
/// levels at 0x118000, 0x119000 and 0x11a000, which map 0x12345678 to 0x5a003678. Input addresses have 39 bits, output
/// addresses 44.
/// </remarks>
public sealed class SmmuStageOneVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Stream = 0x10_0a00;
    private const ulong StreamMore = 0x10_0a08;
    private const ulong Context = 0x11_0000;
    private const ulong ContextTable = 0x11_0008;
    private const ulong Level1 = 0x11_8000;
    private const ulong Level2 = 0x11_9488;
    private const ulong Leaf = 0x11_aa28;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Page = Frame | 0xf43;
    private const ulong Descriptor = 0x0055_6204_c080_0019;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "3.3: sound tables", Stream, 0x11_000b, DmaKind.Write, "0x5a003678" },
        { "5.2 STE: V", Stream, 0x11_000a, DmaKind.Read, "NotConfigured 0x4" },
        { "5.2 STE: Config 000", Stream, 0x11_0001, DmaKind.Read, "KindNotAdmitted 0x4/0x6 silent" },
        { "5.2 STE: Config 011", Stream, 0x11_0007, DmaKind.Read, "KindNotAdmitted 0x4/0x6 silent" },
        { "5.2 STE: Config 100", Stream, 0x11_0009, DmaKind.Read, "0x12345678" },
        { "5.2 STE: Config 110 without tables", Stream, 0x11_000d, DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: S1STALLD", StreamMore, 1ul << 27, DmaKind.Read, "BadConfiguration 0x4" },
        { "5.2 STE: STRW 01", StreamMore, 1ul << 30, DmaKind.Read, "BadConfiguration 0x4" },
        { "3.4.3 STE: S1ContextPtr beyond OAS", Stream, 0x1000_0011_000b, DmaKind.Read, "BadConfiguration 0x4" },
        { "7.3.10 STE: S1ContextPtr to nothing", Stream, 0x7000_000b, DmaKind.Read, "Unreadable 0x9" },
        { "5.4 CD: V", Context, Descriptor ^ (1ul << 31), DmaKind.Read, "NotConfigured 0xa" },
        { "5.4 CD: T0SZ 40", Context, Descriptor - 25 + 40, DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: T0SZ 15", Context, Descriptor - 25 + 15, DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: TG0 11", Context, Descriptor | 0xc0, DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: EPD0", Context, Descriptor | (1ul << 14), DmaKind.Read, "AddressTooWide 0x10" },
        { "5.4 CD: ENDI", Context, Descriptor | (1ul << 15), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: AA64", Context, Descriptor ^ (1ul << 41), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: HD without HTTU", Context, Descriptor | (1ul << 42), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: HA without HTTU", Context, Descriptor | (1ul << 43), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.5 CD: S without stall", Context, Descriptor | (1ul << 44), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.5 CD: A 0 with TERM_MODEL", Context, Descriptor ^ (1ul << 46), DmaKind.Read, "BadConfiguration 0xa" },
        { "5.4 CD: TTB0 beyond IPS", ContextTable, 0x1000_0011_8000, DmaKind.Read, "BadConfiguration 0xa" },
        { "7.3.12 CD: TTB0 to nothing", ContextTable, 0x7000_0000, DmaKind.Read, "Unreadable 0xb" },
        { "D8.3 level 1: not valid", Level1, 0x11_9002, DmaKind.Read, "NotPresent 0x10" },
        { "D8.3 level 1: block of 1 GiB", Level1, 0x4000_0f41, DmaKind.Read, "0x52345678" },
        { "D8.3 level 2: block of 2 MiB", Level2, 0x6a20_0f41, DmaKind.Read, "0x6a345678" },
        { "7.3.14 level 2: table beyond IPS", Level2, 0x1000_0011_a003, DmaKind.Read, "ReservedBit 0x11" },
        { "7.3.12 level 2: table of nothing", Level2, 0x7000_0003, DmaKind.Read, "Unreadable 0xb" },
        { "D8.4 level 2: APTable 01", Level2, 0x2000_0000_0011_a003, DmaKind.Read, "NoRight 0x13" },
        { "D8.4 level 2: APTable 10", Level2, 0x4000_0000_0011_a003, DmaKind.Write, "NoRight 0x13" },
        { "D8.4 level 2: APTable 10", Level2, 0x4000_0000_0011_a003, DmaKind.Read, "0x5a003678" },
        { "D8.4 leaf: read-only", Leaf, Page | 0x80, DmaKind.Write, "NoRight 0x13" },
        { "D8.4 leaf: read-only", Leaf, Page | 0x80, DmaKind.Atomic, "NoRight 0x13" },
        { "D8.4 leaf: privileged only", Leaf, Page ^ 0x40, DmaKind.Read, "NoRight 0x13" },
        { "7.3.15 leaf: AF", Leaf, Page ^ 0x400, DmaKind.Read, "NotMarked 0x12" },
        { "7.3.22 leaf: AF before rights", Leaf, (Page ^ 0x400) | 0x80, DmaKind.Write, "NotMarked 0x12" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Changed(at, value).Walk(At, kind)));

    // D8.3 and D8.4: what each bit of a page of 4 KiB is.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_page_counts_as_written(int bit) =>
        Assert.Equal(BitOfPage(bit), Changed(Leaf, Page ^ (1ul << bit)).Walk(At));

    [Fact]
    public void An_address_at_the_end_of_the_width_is_translated_and_the_next_is_not()
    {
        Assert.Equal("NotPresent 0x10", Sound().Walk((1ul << 39) - 1));
        Assert.Equal("AddressTooWide 0x10", Sound().Walk(1ul << 39));
        Assert.Equal("AddressTooWide 0x10", Sound().Walk((1ul << 60) | At));
        Assert.Equal("0x5a003678", Changed(Context, Descriptor | (1ul << 38)).Walk((1ul << 60) | At));
    }

    [Fact]
    public void The_upper_half_has_tables_of_its_own()
    {
        Assert.Equal("AddressTooWide 0x10", Sound().Walk(0xffff_ff80_0000_0000 | At));
        var rig = Sound().Store(0x11_0010, 0x11_8000).Store(Context, (Descriptor ^ (1ul << 30)) | (25ul << 16));
        rig = Settled(rig);
        Assert.Equal("0x5a003678", rig.Walk(0xffff_ff80_0000_0000 | At));
        Assert.Equal("AddressTooWide 0x10", rig.Walk(0xffff_ff00_0000_0000 | At));
    }

    [Fact]
    public void Without_R_faults_are_not_recorded_and_aborts_are()
    {
        var rig = Changed(Context, Descriptor ^ (1ul << 45));
        Assert.Equal("NotPresent 0x10 silent", Settled(rig.Store(Leaf, 0)).Walk(At));
        Assert.Equal("Unreadable 0xb", Settled(rig.Store(Level2, 0x7000_0003)).Walk(At));
    }

    [Fact]
    public void A_stream_beyond_the_table_is_told_as_such()
    {
        var rig = Sound().Program(UnitRegister.TablesForm, 5);
        Assert.Equal("IdTooWide 0x2", Settled(rig).Walk(At));
    }

    [Fact]
    public void Without_translation_every_request_passes() =>
        Assert.Equal("0x12345678", Sound().Program(UnitRegister.Translation, 0).Walk(At));

    [Fact]
    public void A_removed_page_may_be_used_until_an_invalidation_covers_it()
    {
        var rig = Sound().Store(Leaf, 0);
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Submit(0x55_0000_0000_0012, 0x1234_6000).Await().Walk(At));
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Submit(0x54_0000_0000_0012, 0x1234_5000).Await().Walk(At));
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Submit(0x55_0000_0000_0012, 0x1234_5000).Walk(At));
        Assert.Equal("NotPresent 0x10", rig.Await().Walk(At));
    }

    [Fact]
    public void A_changed_descriptor_needs_its_own_invalidation_and_then_that_of_its_space()
    {
        var rig = Sound().Store(ContextTable, 0x11_b000);
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Submit(0x55_0000_0000_0011).Await().Walk(At));
        Assert.Equal("NotPresent 0x10 | 0x5a003678", rig.Submit(0x28_0000_0005).Await().Walk(At));
        Assert.Equal("NotPresent 0x10", rig.Submit(0x55_0000_0000_0011).Await().Walk(At));
    }

    [Fact]
    public void An_entry_that_is_not_valid_may_be_cached_and_a_page_that_is_not_may_not()
    {
        Assert.Equal("0x5a003678", Settled(Sound().Store(Leaf, 0)).Store(Leaf, Page).Walk(At));
        var rig = Settled(Sound().Store(Stream, 0)).Store(Stream, 0x11_000b);
        Assert.Equal("0x5a003678 | NotConfigured 0x4", rig.Walk(At));
        Assert.Equal("0x5a003678", rig.Submit(0x28_0000_0003).Await().Walk(At));
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

    private static WalkRig Changed(ulong at, ulong value) => Settled(Sound().Store(at, value));

    private static WalkRig Settled(WalkRig rig) => rig.Submit(0x30).Submit(0x04, 31).Submit(0x30).Await();

    private static WalkRig Sound() => Settled(new WalkRig(Unit)
        .Program(UnitRegister.TablesForm, 8).Program(UnitRegister.Tables, 0x10_0000)
        .Program(UnitRegister.Translation, 1)
        .Store(Leaf, Page).Store(Level2, 0x11_a003).Store(Level1, 0x11_9003)
        .Store(ContextTable, 0x11_8000).Store(Context, Descriptor).Store(Stream, 0x11_000b));

    // S1P, S2P, TTF 64-bit, ASID16, VMID16, little byte order, no stall, aborts; SIDSIZE 16; OAS 44, all granules.
    private static WalkUnit.Smmuv3 Unit => new(
        new Word(0x544_100b), new Word(16), default, new Word(0x74), new Word(1));
}
