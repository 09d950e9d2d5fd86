using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of VT-d scalable mode, written by hand: one change of sound tables, and what it leads to.</summary>
/// <remarks>
/// 0x28 goes from the root table at 0x100000 over the context table at 0x101000, the PASID directory at 0x102000 and
/// the PASID table at 0x103000 through first-stage tables at 0x108000, 0x109000, 0x10a000 and 0x10b000, which map
/// 0x12345678 to 0x5a003678. Second-stage tables at 0x110000 and 0x111000 map the first two gibibytes to themselves.
/// </remarks>
public sealed class VtdScalableVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Root = 0x10_0000;
    private const ulong Context = 0x10_1500;
    private const ulong Directory = 0x10_2000;
    private const ulong Entry = 0x10_3000;
    private const ulong EntryDomain = 0x10_3008;
    private const ulong EntryFirst = 0x10_3010;
    private const ulong Level4 = 0x10_8000;
    private const ulong Level3 = 0x10_9000;
    private const ulong Level2 = 0x10_a488;
    private const ulong Leaf = 0x10_ba28;
    private const ulong Frame = 0x5a00_3000;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "3.6: sound tables", Root, 0x10_1001, DmaKind.Write, "0x5a003678" },
        { "9.2 root entry: LP", Root, 0x10_1000, DmaKind.Read, "NotConfigured 0x39" },
        { "9.2 root entry: reserved bit 1", Root, 0x10_1003, DmaKind.Read, "BadConfiguration 0x3a" },
        { "9.2 root entry: reserved bit of UP", Root + 8, 2, DmaKind.Read, "0x5a003678 | BadConfiguration 0x3a" },
        { "9.4 context entry: P", Context, 0x10_2000, DmaKind.Read, "NotConfigured 0x41" },
        { "9.4 context entry: FPD and P", Context, 0x10_2002, DmaKind.Read, "NotConfigured 0x41 silent" },
        { "9.4 context entry: reserved bit 5", Context, 0x10_2021, DmaKind.Read, "BadConfiguration 0x42" },
        { "9.4 context entry: reserved bit 21", Context + 8, 0x20_0000, DmaKind.Read, "BadConfiguration 0x42" },
        { "9.4 context entry: RID_PASID too wide", Context + 8, 0x2000, DmaKind.Read, "IdTooWide 0x48" },
        { "9.4 context entry: RID_PRIV without SRE", Context + 8, 0x10_0000, DmaKind.Read, "KindNotAdmitted 0x5d" },
        { "9.5 directory entry: P", Directory, 0x10_3000, DmaKind.Read, "NotConfigured 0x51" },
        { "9.5 directory entry: reserved bit 2", Directory, 0x10_3005, DmaKind.Read, "BadConfiguration 0x52" },
        { "7: PASID table that cannot be read", Directory, 0x7000_0001, DmaKind.Read, "Unreadable 0x58" },
        { "9.6 PASID entry: P before PGTT", Entry, 0, DmaKind.Read, "NotConfigured 0x59" },
        { "9.6 PASID entry: PGTT 0", Entry, 1, DmaKind.Read, "BadConfiguration 0x5b" },
        { "9.6 PASID entry: PGTT 4", Entry, 0x101, DmaKind.Read, "0x12345678" },
        { "9.6 PASID entry: PGTT 2", Entry, 0x11_0089, DmaKind.Read, "0x12345678" },
        { "9.6 PASID entry: PGTT 2, AW 0", Entry, 0x11_0081, DmaKind.Read, "BadConfiguration 0x5b" },
        { "3.8 PASID entry: PGTT 3", Entry, 0x11_00c9, DmaKind.Write, "0x5a003678" },
        { "9.6 PASID entry: reserved bit 10", Entry, 0x441, DmaKind.Read, "BadConfiguration 0x5a" },
        { "9.6 PASID entry: DID wider than ND", EntryDomain, 0x101, DmaKind.Read, "BadConfiguration 0x5a" },
        { "9.6 PASID entry: FSPM 1 without 5 levels", EntryFirst, 0x10_8004, DmaKind.Read, "BadConfiguration 0x5b" },
        { "7: top table that cannot be read", EntryFirst, 0x7000_0000, DmaKind.Read, "Unreadable 0x73" },
        { "9.7 level 4: P", Level4, 0x10_9006, DmaKind.Read, "NotPresent 0x71" },
        { "9.7 level 4: PS", Level4, 0x10_9087, DmaKind.Read, "ReservedBit 0x72" },
        { "3.6.2 level 3: U/S", Level3, 0x10_a003, DmaKind.Read, "NoRight 0x81" },
        { "3.6.2 level 3: R/W", Level3, 0x10_a005, DmaKind.Write, "NoRight 0x85" },
        { "3.6.2 level 3: R/W", Level3, 0x10_a005, DmaKind.Read, "0x5a003678" },
        { "9.7 level 3: leaf of 1 GiB", Level3, 0x4000_0087, DmaKind.Read, "0x52345678" },
        { "9.7 level 3: leaf of 1 GiB, bit 13", Level3, 0x4000_2087, DmaKind.Read, "ReservedBit 0x72" },
        { "9.7 level 3: leaf of 1 GiB, bit 29", Level3, 0x6000_0087, DmaKind.Read, "ReservedBit 0x72" },
        { "9.7 level 2: leaf of 2 MiB", Level2, 0x6a20_0087, DmaKind.Read, "0x6a345678" },
        { "9.7 level 2: leaf of 2 MiB, bit 13", Level2, 0x6a20_2087, DmaKind.Read, "ReservedBit 0x72" },
        { "9.7 level 2: leaf of 2 MiB, PAT", Level2, 0x6a20_1087, DmaKind.Read, "0x6a345678" },
        { "7: table that cannot be read", Level2, 0x7000_0007, DmaKind.Read, "Unreadable 0x70" },
        { "9.7 leaf: beyond HAW", Leaf, 0x80_5a00_3007, DmaKind.Read, "ReservedBit 0x72" },
        { "9.7 leaf: XD", Leaf, 0x8000_0000_5a00_3007, DmaKind.Read, "0x5a003678" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Settled(Sound().Store(at, value)).Walk(At, kind)));

    [Fact]
    public void An_address_that_is_not_canonical_faults()
    {
        Assert.Equal("AddressTooWide 0x80", Sound().Walk(1ul << 47));
        Assert.Equal("NotPresent 0x71", Sound().Walk(1ul << 46));
        Assert.Equal("NotPresent 0x71", Sound().Walk(unchecked((ulong)-(1L << 47))));
        Assert.Equal("AddressTooWide 0x80", Sound().Walk(unchecked((ulong)-(1L << 47)) - 1));
    }

    [Fact]
    public void Without_FL1GP_a_leaf_of_1_GiB_is_a_reserved_bit()
    {
        var without = Unit with { Capability = Unit.Capability.With(56, 56, 0) };
        Assert.Equal("ReservedBit 0x72", Settled(Sound(without).Store(Level3, 0x4000_0087)).Walk(At));
    }

    [Fact]
    public void A_PASID_needs_PASIDE_and_the_width_of_the_directory()
    {
        Assert.Equal("KindNotAdmitted 0x45", Sound().Walk(At, pasid: 0));
        var rig = Settled(Sound().Store(Context, 0x10_2009));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 0));
        Assert.Equal("IdTooWide 0x46", rig.Walk(At, pasid: 0x2000));
    }

    [Fact]
    public void Execution_needs_ERE_and_no_XD_where_NXE_is_set()
    {
        var rig = Settled(Sound().Store(Context, 0x10_2009));
        Assert.Equal("KindNotAdmitted 0x5c", rig.Walk(At, DmaKind.Execute, pasid: 0));
        rig = Settled(rig.Store(EntryFirst, 0x10_8022).Store(Leaf, 0x8000_0000_5a00_3007));
        Assert.Equal("NoRight 0x82", rig.Walk(At, DmaKind.Execute, pasid: 0));
    }

    [Fact]
    public void A_supervisor_writes_read_only_pages_unless_WPE_is_set()
    {
        var rig = Settled(Sound().Store(Context, 0x10_2009).Store(EntryFirst, 0x10_8001).Store(Leaf, Frame | 1));
        Assert.Equal("0x5a003678", rig.Walk(At, DmaKind.Write, pasid: 0, privileged: true));
        rig = Settled(rig.Store(EntryFirst, 0x10_8011));
        Assert.Equal("NoRight 0x85", rig.Walk(At, DmaKind.Write, pasid: 0, privileged: true));
    }

    [Fact]
    public void Nested_tables_take_the_rights_of_both_stages()
    {
        var rig = Settled(Sound().Store(Entry, 0x11_00c9).Store(0x11_1008, 0x4000_0081));
        Assert.Equal("NoRight 0x85", rig.Walk(At, DmaKind.Write));
        Assert.Equal("0x5a003678", rig.Walk(At));
    }

    [Fact]
    public void A_guest_address_beyond_the_second_stage_reaches_nothing()
    {
        var rig = Settled(Sound(Unit with { HostAddressWidth = 46 }).Store(Entry, 0x11_10c5));
        Assert.Equal("0x5a003678", rig.Walk(At));
        rig = Settled(rig.Store(Leaf, 0x80_0000_0007 | Frame));
        Assert.Equal("AddressTooWide 0x84/0x74/0x83", rig.Walk(At));
        rig = Settled(rig.Store(Level2, 0x80_0010_b007));
        Assert.Equal("AddressTooWide 0x84/0x74/0x83", rig.Walk(At));
    }

    [Fact]
    public void A_PASID_entry_with_a_second_stage_needs_the_invalidation_of_its_domain()
    {
        var rig = Settled(Sound().Store(Entry, 0x11_0089));
        Assert.Equal("0x12345678", rig.Walk(At));
        rig.Store(Entry, 0).Submit(0x37).Submit(0x1_0026).Await();
        Assert.Equal("NotConfigured 0x59 | 0x12345678", rig.Walk(At));
        Assert.Equal("NotConfigured 0x59", rig.Submit(0x1_0022).Await().Walk(At));
    }

    [Fact]
    public void A_first_stage_leaf_needs_the_invalidation_of_its_PASID()
    {
        var rig = Sound().Store(Leaf, 0);
        Assert.Equal("NotPresent 0x71 | 0x5a003678", rig.Submit(0x1_0036, 0x1234_4000).Await().Walk(At));
        Assert.Equal("NotPresent 0x71 | 0x5a003678", rig.Submit(0x1_0001_0026).Await().Walk(At));
        Assert.Equal("NotPresent 0x71", rig.Submit(0x1_0036, 0x1234_5000).Await().Walk(At));
    }

    private static WalkRig Settled(WalkRig rig) => rig.Submit(0x11).Submit(0x37).Submit(0x12).Await();

    internal static WalkRig Sound() => Sound(Unit);

    private static WalkRig Sound(WalkUnit.Vtd unit) => Settled(new WalkRig(unit)
        .Program(UnitRegister.Tables, Root | 0x400).Program(UnitRegister.Translation, 1)
        .Store(Leaf, Frame | 7).Store(Level2, 0x10_b007).Store(Level3, 0x10_a007).Store(Level4, 0x10_9007)
        .Store(0x11_1000, 0x83).Store(0x11_1008, 0x4000_0083).Store(0x11_0000, 0x11_1003)
        .Store(EntryFirst, 0x10_8000).Store(EntryDomain, 1).Store(Entry, 0x41)
        .Store(Directory, 0x10_3001).Store(Context, 0x10_2001).Store(Root, 0x10_1001));

    // Legacy capabilities and FL1GP; QI, PT, NEST, ERS, SRS, PASID, SMTS, SSTS, FSTS.
    private static WalkUnit.Vtd Unit => new(
        new Word(2).With(12, 8, 0b00110).With(21, 16, 47).With(37, 34, 3).With(39, 39, 1).With(53, 48, 9)
            .With(56, 56, 1),
        new Word(0x42).With(26, 26, 1).With(31, 30, 3).With(40, 40, 1).With(43, 43, 1).With(47, 46, 3), 39);
}
