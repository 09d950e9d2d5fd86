using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the RISC-V IOMMU: every bit of the entries that lead to tables, one at a time.</summary>
/// <remarks>
/// The entries are those of <see cref="RiscvFirstStageVectorTests"/>, with a process directory at 0x102000 beside the
/// tables. The unit has base-format contexts, Sv39 and Sv48, Sv39x4 and PD8, and neither ATS nor marks.
/// </remarks>
public sealed class RiscvContextVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Root = 0x10_0000;
    private const ulong Context = 0x10_1500;
    private const ulong Iohgatp = Context + 8;
    private const ulong Ta = Context + 16;
    private const ulong Fsc = Context + 24;
    private const ulong Process = 0x10_2000;
    private const ulong ProcessFsc = Process + 8;
    private const ulong Sound39 = 0x8000_0000_0000_0108;
    private const ulong Directory = 0x1000_0000_0000_0102;
    private const string Sound = "0x5a003678";
    private const string BadDevice = "BadConfiguration 0x103";
    private const string BadProcess = "BadConfiguration 0x10b";

    public static TheoryData<int> Bits { get; } = [.. Enumerable.Range(0, 64)];

    public static TheoryData<int> ModeBits { get; } = [.. Enumerable.Range(44, 20)];

    // RISC-V IOMMU, non-leaf DDT entry: V, reserved 9:1, PPN, reserved 63:54.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_directory_entry_counts_as_written(int bit)
    {
        if (bit is >= 10 and < 54) return;
        Assert.Equal(bit == 0 ? "NotConfigured 0x102" : BadDevice, Device(Root, 0x4_0401ul ^ (1ul << bit)).Walk(At));
    }

    // RISC-V IOMMU, translation control: what the unit does not have, and what is reserved; 31:24 are custom.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_tc_counts_as_written(int bit) => Assert.Equal(
        bit switch
        {
            0 => "NotConfigured 0x102",
            4 or (>= 24 and < 32) => Sound,
            _ => BadDevice,
        },
        Device(Context, 1ul ^ (1ul << bit)).Walk(At));

    // RISC-V IOMMU, translation attributes of a device context: PSCID 31:12; RCID and MCID are not there.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_ta_counts_as_written(int bit) =>
        Assert.Equal(bit is >= 12 and < 32 ? Sound : BadDevice, Device(Ta, 0x7000ul ^ (1ul << bit)).Walk(At));

    // RISC-V IOMMU, encodings of iosatp.MODE: Sv39 (8) becomes Sv48 (9), 10, 12 and Bare (0).
    [Theory]
    [MemberData(nameof(ModeBits))]
    public void Every_bit_of_iosatp_above_its_PPN_counts_as_written(int bit) => Assert.Equal(
        bit switch
        {
            60 => "NotPresent 0xd",
            63 => "0x12345678",
            _ => BadDevice,
        },
        Device(Fsc, Sound39 ^ (1ul << bit)).Walk(At));

    // RISC-V IOMMU, encodings of iohgatp.MODE: 1, 2 and 4 are none; GSCID says nothing where the mode is Bare.
    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    public void Every_wrong_mode_of_iohgatp_is_refused(int bit) =>
        Assert.Equal(BadDevice, Device(Iohgatp, 1ul << bit).Walk(At));

    // RISC-V IOMMU, encodings of pdtp.MODE: PD8 (1) becomes Bare (0), PD20 (3), 5 and 9.
    [Theory]
    [MemberData(nameof(ModeBits))]
    public void Every_bit_of_pdtp_above_its_PPN_counts_as_written(int bit) => Assert.Equal(
        bit == 60 ? "0x12345678" : BadDevice, Processes(Fsc, Directory ^ (1ul << bit)).Walk(At, pasid: 0));

    // RISC-V IOMMU, process context: V, ENS, SUM, reserved 11:3, PSCID 31:12, reserved 63:32.
    [Theory]
    [MemberData(nameof(Bits))]
    public void Every_bit_of_a_process_context_counts_as_written(int bit) => Assert.Equal(
        bit switch
        {
            0 => "NotConfigured 0x10a",
            1 or 2 or (>= 12 and < 32) => Sound,
            _ => BadProcess,
        },
        Processes(Process, 0x7001ul ^ (1ul << bit)).Walk(At, pasid: 0));

    [Theory]
    [MemberData(nameof(ModeBits))]
    public void Every_bit_of_the_iosatp_of_a_process_counts_as_written(int bit) => Assert.Equal(
        bit switch
        {
            60 => "NotPresent 0xd",
            63 => "0x12345678",
            _ => BadProcess,
        },
        Processes(ProcessFsc, Sound39 ^ (1ul << bit)).Walk(At, pasid: 0));

    private static WalkRig Device(ulong at, ulong value) => Settled(Tables().Store(at, value));

    private static WalkRig Processes(ulong at, ulong value) => Settled(Tables()
        .Store(ProcessFsc, Sound39).Store(Process, 0x7001).Store(Fsc, Directory).Store(Context, 0x21)
        .Store(at, value));

    private static WalkRig Settled(WalkRig rig) => rig.Submit(3).Submit(1).Await();

    private static WalkRig Tables() => new WalkRig(Unit)
        .Program(UnitRegister.Tables, 0x4_0003)
        .Store(0x10_aa28, 0x1680_0cd7).Store(0x10_9488, 0x4_2801).Store(0x10_8000, 0x4_2401)
        .Store(Ta, 0x7000).Store(Fsc, Sound39).Store(Context, 1).Store(Root, 0x4_0401);

    // Sv39, Sv48, Sv39x4, PAS 46, PD8.
    private static WalkUnit.Riscv Unit => new(
        new Word(0x10).With(10, 9, 3).With(17, 17, 1).With(37, 32, 46).With(38, 38, 1), default);
}
