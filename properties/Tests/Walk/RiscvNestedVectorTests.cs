using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the RISC-V IOMMU, processes and two stages: one change, and what it leads to.</summary>
/// <remarks>
/// 0x28 goes from the one-level directory at 0x100000 to the extended-format device context at 0x100a00. Its process
/// directory at 0x102000 has a process context for process 0 whose Sv48 tables at 0x108000, 0x109000, 0x10a000 and
/// 0x10b000 map 0x12345678 to the guest address 0x4000003678, which Sv39x4 tables at 0x110000 map to 0x5a003678. They
/// map the first gibibyte, in which tables are, to itself. MSIs go to the guest pages 0x180000 to 0x180003.
/// </remarks>
public sealed class RiscvNestedVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Context = 0x10_0a00;
    private const ulong Process = 0x10_2000;
    private const ulong ProcessFsc = 0x10_2008;
    private const ulong Leaf = 0x10_ba28;
    private const ulong Identity = 0x11_0000;
    private const ulong Guest3 = 0x11_0800;
    private const ulong Guest1 = 0x11_5018;
    private const ulong GuestPage = 0x10_0000_0cd7;
    private const ulong Page = 0x1680_0cd7;
    private const ulong Message = 0x10_3020;

    public static TheoryData<string, ulong, ulong, DmaKind, string> Vectors { get; } = new()
    {
        { "two stages: sound tables", Process, 0x7001, DmaKind.Write, "0x5a003678" },
        { "process context: V", Process, 0x7000, DmaKind.Read, "NotConfigured 0x10a" },
        { "process context: reserved bit 3", Process, 0x7009, DmaKind.Read, "BadConfiguration 0x10b" },
        { "process context: reserved bit 32", Process, 0x1_0000_7001, DmaKind.Read, "BadConfiguration 0x10b" },
        { "process context: mode 7", ProcessFsc, 0x7000_0000_0000_0108, DmaKind.Read, "BadConfiguration 0x10b" },
        { "process context: Sv57 without Sv57", ProcessFsc, 0xa000_0000_0000_0108, DmaKind.Read,
            "BadConfiguration 0x10b" },
        { "process context: Bare", ProcessFsc, 0, DmaKind.Read, "0x12345678" },
        { "device context: reserved last word", Context + 56, 1, DmaKind.Read, "BadConfiguration 0x103" },
        { "device context: msiptp mode 2", Context + 32, 0x2000_0000_0000_0103, DmaKind.Read,
            "BadConfiguration 0x103" },
        { "device context: pdtp mode 4", Context + 24, 0x4000_0000_0000_0102, DmaKind.Read, "BadConfiguration 0x103" },
        { "process directory: beyond memory", Identity, 0x2000_0000_00df, DmaKind.Read, "Unreadable 0x109" },
        { "process directory: guest address not mapped", Context + 24, 0x1000_0000_0010_0000, DmaKind.Write,
            "NotPresent 0x17" },
        { "guest tables: identity without V", Identity, 0xde, DmaKind.Read, "NotPresent 0x15" },
        { "guest tables: identity without U", Identity, 0xcf, DmaKind.Write, "NoRight 0x17" },
        { "guest tables: identity without R", Identity, 0xd9, DmaKind.Write, "NoRight 0x17" },
        { "guest tables: identity without W", Identity, 0xdb, DmaKind.Write, "0x5a003678" },
        { "guest tables: identity misaligned", Identity, 0x4df, DmaKind.Read, "WrongLevel 0x15" },
        { "guest tables: V", Guest3, 0x4_5000, DmaKind.Read, "NotPresent 0x15" },
        { "guest tables: cannot be read", Guest3, 0x1c00_0001, DmaKind.Write, "Unreadable 0x7" },
        { "guest leaf: no U", Guest1, 0x1680_0cc7, DmaKind.Read, "NoRight 0x15" },
        { "guest leaf: no W", Guest1, 0x1680_0cd3, DmaKind.Write, "NoRight 0x17" },
        { "guest leaf: no W", Guest1, 0x1680_0cd3, DmaKind.Read, "0x5a003678" },
        { "guest leaf: A clear", Guest1, 0x1680_0c97, DmaKind.Read, "NotMarked 0x15" },
        { "guest leaf: D clear", Guest1, 0x1680_0c57, DmaKind.Write, "NotMarked 0x17" },
        { "guest leaf: G is ignored", Guest1, 0x1680_0cf7, DmaKind.Write, "0x5a003678" },
        { "guest address too wide", Leaf, 0x80_0000_0cd7, DmaKind.Read, "AddressTooWide 0x15" },
        { "first-stage leaf: no W", Leaf, 0x10_0000_0cd3, DmaKind.Write, "NoRight 0xf" },
        { "MSI: sound", Leaf, 0x6000_08d7, DmaKind.Write, "0x5a003678" },
        { "MSI: another file", Leaf, 0x6000_0cd7, DmaKind.Write, "NotPresent 0x106" },
        { "MSI: beside the pages", Leaf, 0x6000_10d7, DmaKind.Write, "NotPresent 0x17" },
    };

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_walks_as_written(string source, ulong at, ulong value, DmaKind kind, string expected) =>
        Assert.Equal((source, expected), (source, Settled(Sound().Store(at, value)).Walk(At, kind)));

    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_guest_leaf_counts_as_written(int bit) =>
        Assert.Equal(BitOfLeaf(bit), Settled(Sound().Store(Guest1, Page ^ (1ul << bit))).Walk(At));

    [Theory]
    [InlineData(0, "NotPresent 0x106")]
    [InlineData(1, "ReservedBit 0x107")]
    [InlineData(2, "ReservedBit 0x107")]
    [InlineData(3, "ReservedBit 0x107")]
    [InlineData(54, "ReservedBit 0x107")]
    public void A_message_entry_is_valid_in_the_basic_mode_without_reserved_bits(int bit, string expected)
    {
        var rig = Settled(Sound().Store(Leaf, 0x6000_08d7).Store(Message, 0x1680_0c07 ^ (1ul << bit)));
        Assert.Equal(expected, rig.Walk(At, DmaKind.Write));
    }

    [Fact]
    public void A_process_id_has_to_be_of_the_directory()
    {
        Assert.Equal("0x5a003678", Sound().Walk(At, pasid: 0));
        Assert.Equal("NotConfigured 0x10a", Sound().Walk(At, pasid: 1));
        Assert.Equal("IdTooWide 0x104", Sound().Walk(At, pasid: 0x100));
    }

    [Fact]
    public void Without_a_process_id_and_DPE_the_first_stage_is_Bare() =>
        Assert.Equal("0x12345678", Settled(Sound().Store(Context, 0x21)).Walk(At));

    [Fact]
    public void Privilege_needs_ENS_and_user_pages_SUM()
    {
        Assert.Equal("KindNotAdmitted 0x104", Sound().Walk(At, pasid: 0, privileged: true));
        var rig = Settled(Sound().Store(Process, 0x7003));
        Assert.Equal("NoRight 0xd", rig.Walk(At, pasid: 0, privileged: true));
        rig = Settled(rig.Store(Process, 0x7007).Store(Leaf, GuestPage | 8));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 0, privileged: true));
        Assert.Equal("NoRight 0xc", rig.Walk(At, DmaKind.Execute, pasid: 0, privileged: true));
        rig = Settled(rig.Store(Leaf, (GuestPage ^ 0x10) | 8));
        Assert.Equal("0x5a003678", rig.Walk(At, pasid: 0, privileged: true));
        Assert.Equal("NoRight 0xd", rig.Walk(At, pasid: 0));
    }

    [Fact]
    public void A_guest_leaf_is_ended_by_its_guest_address_and_not_by_the_address_of_the_request()
    {
        var rig = Sound().Store(Guest1, 0);
        Assert.Equal("NotPresent 0x15 | 0x5a003678", rig.Submit(GuestOf5(0x481), 0x1234_5ul << 10).Await().Walk(At));
        Assert.Equal("NotPresent 0x15 | 0x5a003678", rig.Submit(GuestOf5(1)).Await().Walk(At));
        Assert.Equal("NotPresent 0x15", rig.Submit(GuestOf5(0x481), 0x400_0003ul << 10).Await().Walk(At));
    }

    [Fact]
    public void A_process_context_is_ended_by_its_own_command_and_then_by_that_of_its_translations()
    {
        var rig = Sound().Store(ProcessFsc, 0x9000_0000_0000_0120);
        Assert.Equal("NotPresent 0xd | 0x5a003678", rig.Submit(0x2802_0000_0083).Await().Walk(At));
        Assert.Equal("NotPresent 0xd", rig.Submit(GuestOf5(0x1_0000_7001)).Await().Walk(At));
    }

    [Fact]
    public void A_mapping_under_a_directory_needs_the_invalidation_of_contexts_too()
    {
        var rig = Sound().Store(Identity, 0);
        Assert.Contains("0x5a003678", rig.Submit(0x81).Submit(GuestOf5(1)).Await().Walk(At));
        Assert.Equal("NotPresent 0x15", rig.Submit(3).Submit(GuestOf5(1)).Await().Walk(At));
    }

    private static ulong GuestOf5(ulong command) => command | (1ul << 33) | (5ul << 44);

    private static string BitOfLeaf(int bit) => bit switch
    {
        0 => "NotPresent 0x15",
        1 => "ReservedBit 0x15",
        4 => "NoRight 0x15",
        6 => "NotMarked 0x15",
        >= 10 and < 44 => $"0x{(0x5a00_3000ul ^ (4ul << bit)) | 0x678:x}",
        >= 44 and < 54 => "BadOutput 0x5",
        >= 54 and < 63 => "ReservedBit 0x15",
        63 => "WrongLevel 0x15",
        _ => "0x5a003678",
    };

    private static WalkRig Settled(WalkRig rig) =>
        rig.Submit(0x81).Submit(3).Submit(1).Submit(GuestOf5(1)).Submit(0x81).Await();

    private static WalkRig Sound() => Settled(new WalkRig(Unit)
        .Program(UnitRegister.Tables, 0x4_0002)
        .Store(Identity, 0xdf).Store(Guest3, 0x4_5001).Store(0x11_4000, 0x4_5401).Store(Guest1, Page)
        .Store(Leaf, GuestPage).Store(0x10_a488, 0x4_2c01).Store(0x10_9000, 0x4_2801).Store(0x10_8000, 0x4_2401)
        .Store(ProcessFsc, 0x9000_0000_0000_0108).Store(Process, 0x7001)
        .Store(Message, 0x1680_0c07)
        .Store(Context + 8, 0x8000_5000_0000_0110).Store(Context + 24, 0x1000_0000_0000_0102)
        .Store(Context + 32, 0x1000_0000_0000_0103).Store(Context + 40, 3).Store(Context + 48, 0x18_0000)
        .Store(Context, 0x221));

    // Sv39, Sv48, Sv39x4, MSI_FLAT, PAS 46, PD8, PD17.
    private static WalkUnit.Riscv Unit => new(
        new Word(0x10).With(10, 9, 3).With(17, 17, 1).With(22, 22, 1).With(37, 32, 46).With(39, 38, 3), default);
}
