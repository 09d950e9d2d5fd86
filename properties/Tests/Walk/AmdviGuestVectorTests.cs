using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of AMD-Vi's guest tables, alone and over host tables, written by hand.</summary>
/// <remarks>
/// The device table entry of 0x28 leads to the GCR3 table at 0x120000, whose entry of PASID 1 leads to four levels at
/// 0x121000, 0x122000, 0x123000 and 0x124000, which map 0x12345678 to 0x5a003678. Over host tables these have a leaf
/// of 1 GiB for each of the first two gibibytes.
/// </remarks>
public sealed class AmdviGuestVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Device = 0x10_0500;
    private const ulong Domain = 0x10_0508;
    private const ulong Settings = 0x10_0510;
    private const ulong Pasid = 0x12_0008;
    private const ulong Level4 = 0x12_1000;
    private const ulong Level2 = 0x12_3488;
    private const ulong Level1 = 0x12_4a28;
    private const ulong ReadWrite = 0x6000_0000_0000_0000;
    private const ulong Alone = ReadWrite | 0x0080_0000_0000_0003;
    private const ulong Over = Alone | 0x11_0600;
    private const ulong Frame = 0x5a00_3000;
    private const ulong Page = Frame | 0x67;
    private const string BadOrBad = "BadConfiguration 0x1/0x2 | BadConfiguration 0x1";

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "2.2.6: sound tables", Device, Alone, DmaKind.Write, "0x5a003678" },
        { "2.2.2: GV 0", Device, Alone ^ (1ul << 55), DmaKind.Read, "KindNotAdmitted 0x8/0x2 | BadConfiguration 0x1" },
        { "2.2.2: GLX 3", Device, Alone | (3ul << 56), DmaKind.Read, BadOrBad },
        { "2.2.6: GCR3 entry not valid", Pasid, 0x12_1000, DmaKind.Read, "NotConfigured 0x2/0x8" },
        { "2.2.6: GCR3 entry of nothing", Pasid, 0x7000_0001, DmaKind.Read, "Unreadable 0x4/0x2" },
        { "AMD64 5.3 level 4: P 0", Level4, 0, DmaKind.Read, "NotPresent 0x2" },
        { "AMD64 5.3 level 4: PS", Level4, 0x12_20e7, DmaKind.Read, "ReservedBit 0x2" },
        { "AMD64 5.3 level 4: R/W 0", Level4, 0x12_2065, DmaKind.Write, "NoRight 0x2" },
        { "AMD64 5.3 level 2: 2 MiB", Level2, 0x6a20_00e7, DmaKind.Read, "0x6a345678" },
        { "AMD64 5.3 level 2: PAT of 2 MiB", Level2, 0x6a20_10e7, DmaKind.Read, "0x6a345678" },
        { "AMD64 5.3 level 2: bit 13 of 2 MiB", Level2, 0x6a20_20e7, DmaKind.Read, "ReservedBit 0x2" },
        { "AMD64 5.3 leaf: U/S 0", Level1, Page ^ 4, DmaKind.Read, "NoRight 0x2" },
        { "AMD64 5.3 leaf: R/W 0", Level1, Page ^ 2, DmaKind.Write, "NoRight 0x2" },
        { "AMD64 5.3 leaf: NX", Level1, Page | (1ul << 63), DmaKind.Execute, "NoRight 0x2" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Settled(Sound().Store(at, value)).Walk(At, kind, pasid: 1)));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_guest_page_counts_as_written(int bit) =>
        Assert.Equal(BitOfPage(bit), Settled(Sound().Store(Level1, Page ^ (1ul << bit))).Walk(At, pasid: 1));

    [Fact]
    public void Requests_without_a_PASID_use_the_host_tables_or_those_of_PASID_0()
    {
        Assert.Equal("0x12345678", Sound().Walk(At));
        var rig = Settled(Sound().Store(Device, Alone | (1ul << 54)).Store(0x12_0000, 0x12_1001));
        Assert.Equal("0x5a003678", rig.Walk(At));
    }

    [Fact]
    public void A_PASID_has_to_be_inside_the_table()
    {
        Assert.Equal("NotConfigured 0x2/0x8", Sound().Walk(At, pasid: 0x1ff));
        Assert.Equal("IdTooWide 0x8/0x2", Sound().Walk(At, pasid: 0x200));
    }

    [Fact]
    public void A_table_of_two_levels_has_eighteen_bits()
    {
        var rig = Settled(Sound().Store(Device, Alone | (1ul << 56)).Store(0x12_0008, 0x12_5001)
            .Store(0x12_5018, 0x12_1001));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 0x203));
        Assert.Equal("NotConfigured 0x2/0x8", rig.Walk(At, pasid: 1));
    }

    [Fact]
    public void An_address_has_to_be_canonical_for_its_levels()
    {
        Assert.Equal("NotPresent 0x2", Sound().Walk((1ul << 47) - 1, pasid: 1));
        Assert.Equal("AddressTooWide 0x2", Sound().Walk(1ul << 47, pasid: 1));
        var rig = Settled(Sound().Store(Settings, 1ul << 54).Store(0x12_5000, 0x12_1067).Store(Pasid, 0x12_5001));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 1));
        Assert.Equal("AddressTooWide 0x2", rig.Walk(1ul << 56, pasid: 1));
    }

    [Fact]
    public void Privileged_requests_use_supervisor_pages() => Assert.Equal(
        "0x5a003678", Settled(Sound().Store(Level1, Page ^ 4)).Walk(At, pasid: 1, privileged: true));

    [Fact]
    public void Both_tables_take_the_rights_of_both()
    {
        Assert.Equal("0x5a003678", Nested().Walk(At, DmaKind.Write, pasid: 1));
        var rig = Settled(Nested().Store(0x11_0008, 0x2000_0000_4000_0001));
        Assert.Equal("NoRight 0x2", rig.Walk(At, DmaKind.Write, pasid: 1));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 1));
        Assert.Equal("NotPresent 0x2", Settled(Nested().Store(0x11_0000, 0)).Walk(At, pasid: 1));
    }

    [Fact]
    public void What_is_combined_needs_the_invalidations_of_both()
    {
        var rig = Nested().Store(0x11_0008, 0).Submit((3ul << 60) | (1ul << 32), 0x5a00_3002).Await();
        Assert.Equal("NotPresent 0x2 | 0x5a003678", rig.Walk(At, pasid: 1));
        rig.Submit((3ul << 60) | (1ul << 32) | 1, 0x7fff_ffff_ffff_f007).Await();
        Assert.Equal("NotPresent 0x2", rig.Walk(At, pasid: 1));
    }

    [Fact]
    public void A_guest_page_needs_the_invalidation_of_its_PASID()
    {
        var rig = Sound().Store(Level1, 0).Submit((3ul << 60) | (1ul << 32), 0x1234_5006).Await();
        Assert.Equal("NotPresent 0x2 | 0x5a003678", rig.Walk(At, pasid: 1));
        rig.Submit((3ul << 60) | (1ul << 32) | 1, 0x1234_5006).Await();
        Assert.Equal("NotPresent 0x2", rig.Walk(At, pasid: 1));
    }

    private static string BitOfPage(int bit) => bit switch
    {
        0 => "NotPresent 0x2",
        2 => "NoRight 0x2",
        >= 12 and < 52 => $"0x{((Frame ^ (1ul << bit)) | 0x678):x}",
        _ => "0x5a003678",
    };

    private static WalkRig Settled(WalkRig rig) => rig.Submit(8ul << 60).Await();

    private static WalkRig Sound() => Settled(new WalkRig(Unit)
        .Program(UnitRegister.Tables, 0x10_0007).Program(UnitRegister.Translation, 1)
        .Store(Level1, Page).Store(Level2, 0x12_4067).Store(0x12_2000, 0x12_3067).Store(Level4, 0x12_2067)
        .Store(Pasid, 0x12_1001).Store(Domain, 0x0024_0001).Store(Device, Alone));

    private static WalkRig Nested() => Settled(Sound()
        .Store(0x11_0000, ReadWrite | 1).Store(0x11_0008, ReadWrite | 0x4000_0001).Store(Device, Over));

    // NXSup, GTSup, IASup, six levels, guests of five, GCR3 tables of three, PASIDs of 20 bits, USSup, GIOSup.
    private static WalkUnit.Amdvi Unit => new(new Word(0x0001_0033_0000_9858), CachesAbsence: false);
}
