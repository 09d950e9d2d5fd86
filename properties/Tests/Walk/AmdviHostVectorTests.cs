using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of AMD-Vi's device table and host tables, written by hand.</summary>
/// <remarks>
/// The device table entry of 0x28 at 0x100500 leads to three levels at 0x110000, 0x111000 and 0x112000, which map
/// 0x12345678 to 0x5a003678. Sections are those of the specification.
/// </remarks>
public sealed class AmdviHostVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Device = 0x10_0500;
    private const ulong Domain = 0x10_0508;
    private const ulong Level3 = 0x11_0000;
    private const ulong Level2 = 0x11_1488;
    private const ulong Level1 = 0x11_2a28;
    private const ulong ReadWrite = 0x6000_0000_0000_0000;
    private const ulong Entry = ReadWrite | 0x11_0603;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Page = ReadWrite | Frame | 1;
    private const ulong Read = 0x2000_0000_0000_0000;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "2.2.2: sound tables", Device, Entry, DmaKind.Write, "0x5a003678" },
        { "2.2.2: V 0, all else ignored", Device, Entry & ~1ul, DmaKind.Write, "0x12345678" },
        { "2.2.2: TV 0", Device, Entry & ~2ul, DmaKind.Read, "NotConfigured 0x2/0x1" },
        { "2.2.2: Mode 0", Device, Entry & ~0xe00ul, DmaKind.Write, "0x12345678" },
        { "2.2.2: Mode 0, IW 0", Device, (Entry & ~0xe00ul) ^ (1ul << 62), DmaKind.Write, "NoRight 0x2" },
        { "2.2.2: Mode 7", Device, Entry | 0xe00, DmaKind.Read, "BadConfiguration 0x1/0x2" },
        { "2.2.2: Mode 5, a table of level 2 then", Device, Entry ^ 0xc00, DmaKind.Read, "0x5a003678" },
        { "2.2.2: bit 2", Device, Entry | 4, DmaKind.Read, "BadConfiguration 0x1" },
        { "2.2.2: bit 63", Device, Entry | (1ul << 63), DmaKind.Read, "BadConfiguration 0x1" },
        { "2.2.2: IR 0", Device, Entry ^ (1ul << 61), DmaKind.Read, "NoRight 0x2" },
        { "2.2.2: IW 0", Device, Entry ^ (1ul << 62), DmaKind.Read, "0x5a003678" },
        { "2.2.2: another domain", Domain, 0xffff, DmaKind.Read, "0x5a003678" },
        { "2.2.3 level 3: PR 0", Level3, 0, DmaKind.Read, "NotPresent 0x2" },
        { "2.2.3 level 3: IW 0", Level3, Read | 0x11_1401, DmaKind.Write, "NoRight 0x2" },
        { "2.2.3 level 3: next level 3", Level3, ReadWrite | 0x11_1601, DmaKind.Read, "WrongLevel 0x2" },
        { "2.2.3 level 3: bit 60", Level3, ReadWrite | 0x11_1401 | (1ul << 60), DmaKind.Read, "ReservedBit 0x2" },
        { "2.2.3 level 3: next level 1", Level3, ReadWrite | 0x11_1201, DmaKind.Read, "AddressTooWide 0x2" },
        { "2.2.3 level 3: leaf of 1 GiB", Level3, ReadWrite | 0x4000_0001, DmaKind.Read, "0x52345678" },
        { "2.5.5 level 2: table of nothing", Level2, ReadWrite | 0x7000_0201, DmaKind.Read, "Unreadable 0x4" },
        { "2.2.3 level 2: leaf of 2 MiB", Level2, ReadWrite | 0x6a20_0001, DmaKind.Read, "0x6a345678" },
        { "2.2.3 level 2: leaf of 4 MiB", Level2, ReadWrite | 0x6a1f_fe01, DmaKind.Read, "0x6a345678" },
        { "2.2.3 level 2: leaf of 1 MiB", Level2, ReadWrite | 0x6a27_fe01, DmaKind.Read, "WrongLevel 0x2" },
        { "2.2.3 level 2: leaf of 1 GiB", Level2, ReadWrite | 0x5fff_fe01, DmaKind.Read, "WrongLevel 0x2" },
        { "2.2.3 leaf: 8 KiB", Level1, ReadWrite | 0x6a20_0e01, DmaKind.Read, "0x6a201678" },
        { "2.2.3 leaf: 64 KiB", Level1, ReadWrite | 0x6a20_7e01, DmaKind.Read, "0x6a205678" },
        { "2.2.3 leaf: 1 MiB", Level1, ReadWrite | 0x6a27_fe01, DmaKind.Read, "0x6a245678" },
        { "2.2.3 leaf: 2 MiB", Level1, ReadWrite | 0x6a2f_fe01, DmaKind.Read, "WrongLevel 0x2" },
        { "2.2.3 leaf: read only", Level1, Read | Frame | 1, DmaKind.Write, "NoRight 0x2" },
        { "2.2.3 leaf: read only", Level1, Read | Frame | 1, DmaKind.Atomic, "NoRight 0x2" },
        { "2.1.2 leaf: interrupt messages", Level1, ReadWrite | 0xfee0_0001, DmaKind.Write, "BadOutput 0x2" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Settled(Sound().Store(at, value)).Walk(At, kind)));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_page_counts_as_written(int bit) =>
        Assert.Equal(BitOfPage(bit), Settled(Sound().Store(Level1, Page ^ (1ul << bit))).Walk(At));

    [Fact]
    public void An_address_is_inside_the_width_of_the_mode()
    {
        Assert.Equal("NotPresent 0x2", Sound().Walk((1ul << 39) - 1));
        Assert.Equal("AddressTooWide 0x2", Sound().Walk(1ul << 39));
    }

    [Fact]
    public void Six_levels_translate_all_addresses()
    {
        var rig = Settled(Sound().Store(Device, Entry ^ 0xa00).Store(0x11_03f8, ReadWrite | 0x11_1401));
        Assert.Equal("0x5a003678", rig.Walk(At | (0x7ful << 57)));
        Assert.Equal("AddressTooWide 0x2", rig.Walk(At | (0x7ful << 57) | (1ul << 30)));
    }

    [Fact]
    public void A_device_beyond_the_table_reaches_nothing()
    {
        var rig = Sound().Program(UnitRegister.Tables, 0x10_0000).Submit(8ul << 60).Await();
        Assert.Equal("0x5a003678", rig.Walk(At));
        rig = Settled(rig.Program(UnitRegister.Tables, 0x7000_0000));
        Assert.Equal("Unreadable 0x3", rig.Walk(At));
    }

    [Fact]
    public void Page_faults_are_suppressed_and_other_events_are_not()
    {
        var rig = Sound().Store(Domain, 1 | (1ul << 34));
        Assert.Equal("NotPresent 0x2 silent", Settled(rig.Store(Level1, 0)).Walk(At));
        Assert.Equal("BadConfiguration 0x1", Settled(rig.Store(Device, Entry | 4)).Walk(At));
    }

    [Fact]
    public void What_depends_on_features_may_be_reserved()
    {
        Assert.Equal("0x5a003678 | BadConfiguration 0x1", Settled(Sound().Store(Device, Entry | 0x100)).Walk(At));
        Assert.Equal("0x5a003678", Settled(Sound().Store(Device, Entry | 0x180)).Walk(At));
    }

    [Fact]
    public void A_page_needs_its_own_invalidation_and_a_device_that_of_its_pages_too()
    {
        var rig = Sound().Store(Level1, 0).Submit(3ul << 60, 0x1234_5002).Await();
        Assert.Equal("NotPresent 0x2 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x2", rig.Submit((3ul << 60) | (1ul << 32), 0x1234_5002).Await().Walk(At));
        rig = Sound().Store(Device, Entry & ~1ul).Submit((2ul << 60) | 0x28).Await();
        Assert.Equal("0x12345678 | 0x5a003678", rig.Walk(At));
        Assert.Equal("0x12345678", rig.Submit((3ul << 60) | (1ul << 32), 0x7fff_ffff_ffff_f003).Await().Walk(At));
    }

    [Fact]
    public void The_lowest_zero_of_an_address_tells_the_size_of_an_invalidation()
    {
        const ulong command = (3ul << 60) | (1ul << 32);
        Assert.Equal("NotPresent 0x2", Sound().Store(Level1, 0).Submit(command, 0x1234_0003).Await().Walk(0x1234_1000));
        Assert.Equal(
            "NotPresent 0x2 | 0x5a003678", Sound().Store(Level1, 0).Submit(command, 0x1234_1003).Await().Walk(At));
        Assert.Equal("NotPresent 0x2", Sound().Store(Level1, 0).Submit(command, 0x1234_3003).Await().Walk(At));
    }

    [Fact]
    public void Without_PDE_the_entries_above_the_leaves_stay()
    {
        const ulong command = (3ul << 60) | (1ul << 32);
        var rig = Sound().Store(Level2, 0).Submit(command, 0x1234_5000).Await();
        Assert.Equal("NotPresent 0x2 | 0x5a003678", rig.Walk(At));
        Assert.Equal("NotPresent 0x2", rig.Submit(command, 0x1234_5002).Await().Walk(At));
    }

    [Theory]
    [InlineData(false, "0x5a003678")]
    [InlineData(true, "0x5a003678 | NotPresent 0x2")]
    public void Absence_is_cached_only_with_NpCache(bool cachesAbsence, string expected) => Assert.Equal(
        expected, Settled(Sound(cachesAbsence).Store(Level1, 0)).Store(Level1, Page).Walk(At));

    private static string BitOfPage(int bit) => bit switch
    {
        0 => "NotPresent 0x2",
        9 or 10 or 11 => "WrongLevel 0x2",
        >= 12 and < 52 => $"0x{((Frame ^ (1ul << bit)) | 0x678):x}",
        >= 52 and < 59 => "ReservedBit 0x2",
        61 => "NoRight 0x2",
        _ => "0x5a003678",
    };

    private static WalkRig Settled(WalkRig rig) => rig.Submit(8ul << 60).Await();

    private static WalkRig Sound(bool cachesAbsence = false) => Settled(new WalkRig(Unit(cachesAbsence))
        .Program(UnitRegister.Tables, 0x10_0007).Program(UnitRegister.Translation, 1)
        .Store(Level1, Page).Store(Level2, ReadWrite | 0x11_2201).Store(Level3, ReadWrite | 0x11_1401)
        .Store(Domain, 1).Store(Device, Entry));

    // PreFSup, PPRSup, IASup, GASup; six levels; HASup, HDSup.
    private static WalkUnit.Amdvi Unit(bool cachesAbsence) => new(new Word(0x0012_0000_0000_08c3), cachesAbsence);
}
