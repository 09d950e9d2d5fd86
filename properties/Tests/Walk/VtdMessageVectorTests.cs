using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of VT-d interrupt remapping, written by hand: one change, and what becomes of a message.</summary>
/// <remarks>
/// Entry 1 of the table of 16 at 0x105000 gives vector 0x31 at processor 1 to messages of 0x28, and to no other.
/// </remarks>
public sealed class VtdMessageVectorTests
{
    private const ulong Low = 0x10_5010;
    private const ulong High = 0x10_5018;
    private const ulong Entry1 = 0xfee0_0030;
    private const ulong Sound1 = 0x0000_0100_0031_0001;

    public static TheoryData<string, ulong, ulong, string> Vectors { get; } = new()
    {
        { "5.1.3: sound entry", Low, Sound1, "0x31 at 0x1" },
        { "9.10 V and DST", Low, 0x0000_0000_0044_0001, "0x44 at 0x0" },
        { "9.10 DST: all", Low, 0x0000_ff00_0031_0001, "0x31 at 0x0, 0x31 at 0x1" },
        { "9.10 DST: others", Low, 0x0000_0500_0031_0001, "" },
        { "9.10 DM: logical", Low, Sound1 | 4, "untold" },
        { "9.10 DLM: NMI", Low, Sound1 | (4 << 5), "untold" },
        { "9.10 DLM: reserved 3", Low, Sound1 | (3 << 5), "untold | ReservedBit 0x24" },
        { "9.10 V: below 16", Low, 0x0000_0100_000f_0001, "untold" },
        { "9.10 TM and RH", Low, Sound1 | 0x18, "0x31 at 0x1" },
        { "9.10 AVAIL", Low, Sound1 | 0xf00, "0x31 at 0x1" },
        { "9.10 P", Low, Sound1 & ~1ul, "NotPresent 0x22" },
        { "9.10 reserved bit 12", Low, Sound1 | (1 << 12), "ReservedBit 0x24" },
        { "9.10 reserved bit 12 and FPD", Low, Sound1 | (1 << 12) | 2, "ReservedBit 0x24 silent" },
        { "9.10 IM without posting", Low, Sound1 | (1 << 15), "ReservedBit 0x24" },
        { "9.10 reserved bit 31", Low, Sound1 | (1ul << 31), "ReservedBit 0x24" },
        { "9.10 DST: unused bits", Low, Sound1 | (1ul << 32), "0x31 at 0x1 | ReservedBit 0x24" },
        { "9.10 reserved bit 84", High, 0x4_0028 | (1ul << 20), "ReservedBit 0x24" },
        { "9.10 SVT 0", High, 0x0_0000, "0x31 at 0x1" },
        { "9.10 SVT 1: another", High, 0x4_0029, "NoRight 0x26" },
        { "9.10 SVT 1, SQ 1: bit 2 apart", High, 0x5_002c, "0x31 at 0x1" },
        { "9.10 SVT 1, SQ 1: bit 0 apart", High, 0x5_0029, "NoRight 0x26" },
        { "9.10 SVT 1, SQ 2: bits 2:1 apart", High, 0x6_002e, "0x31 at 0x1" },
        { "9.10 SVT 1, SQ 3: bits 2:0 apart", High, 0x7_002f, "0x31 at 0x1" },
        { "9.10 SVT 1, SQ 3: bit 3 apart", High, 0x7_0020, "NoRight 0x26" },
        { "9.10 SVT 2: buses 0 to 3", High, 0x8_0003, "0x31 at 0x1" },
        { "9.10 SVT 2: bus 0 alone", High, 0x8_0000, "0x31 at 0x1" },
        { "9.10 SVT 2: buses 1 to 3", High, 0x8_0103, "NoRight 0x26" },
        { "9.10 SVT 2: buses 3 to 0", High, 0x8_0300, "NoRight 0x26" },
        { "9.10 SVT 3", High, 0xc_0028, "NoRight 0x26/0x24" },
    };

    private static WalkUnit Unit { get; } = new WalkUnit.Vtd(new Word(0xd2_008c_222f_0606), new Word(0xf0_0f4a), 39);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_reference_delivers_as_written(string source, ulong at, ulong value, string expected) =>
        Assert.Equal((source, expected), (source, Sound().Store(at, value).Submit(4).Await().Send(Entry1)));

    [Fact]
    public void The_index_is_the_handle_and_the_subhandle()
    {
        Assert.Equal("0x31 at 0x1", Sound().Send(0xfee0_0018, 1));
        Assert.Equal("NotPresent 0x22", Sound().Send(0xfee0_0018, 2));
        Assert.Equal("NotPresent 0x22", Sound().Send(0xfee0_01f0));
        Assert.Equal("IdTooWide 0x21", Sound().Send(0xfee0_0210));
        Assert.Equal("IdTooWide 0x21", Sound().Send(0xfee0_0034));
    }

    [Fact]
    public void Reserved_bits_of_the_data_may_be_checked() =>
        Assert.Equal("0x31 at 0x1 | BadConfiguration 0x20", Sound().Send(Entry1, 0x1_0000));

    [Fact]
    public void A_table_that_cannot_be_read_delivers_nothing() => Assert.Equal(
        "Unreadable 0x23",
        Sound().Program(UnitRegister.Interrupts, 0x7000_0003).Submit(4).Await().Send(Entry1));

    [Fact]
    public void A_message_in_the_compatible_format_passes_where_that_is_enabled()
    {
        Assert.Equal("KindNotAdmitted 0x25", Sound().Send(0xfee0_1000, 0x31));
        Assert.Equal("0x31 at 0x1", Sound().Program(UnitRegister.Remapping, 3).Send(0xfee0_1000, 0x31));
        Assert.Equal("0x31 at 0x1", Sound().Program(UnitRegister.Remapping, 0).Send(0xfee0_1000, 0x31));
    }

    [Fact]
    public void A_removed_entry_may_be_used_until_an_invalidation_covers_it()
    {
        var rig = Sound().Store(Low, 0);
        Assert.Equal("NotPresent 0x22 | 0x31 at 0x1", rig.Send(Entry1));
        Assert.Equal("NotPresent 0x22 | 0x31 at 0x1", rig.Submit(0x2_0000_0014).Await().Send(Entry1));
        Assert.Equal("NotPresent 0x22 | 0x31 at 0x1", rig.Submit(0x11).Submit(0x12).Await().Send(Entry1));
        Assert.Equal("NotPresent 0x22", rig.Submit(0x1_0000_0014).Await().Send(Entry1));
    }

    private static WalkRig Sound() => new WalkRig(Unit)
        .Store(High, 0x4_0028)
        .Store(Low, Sound1)
        .Program(UnitRegister.Interrupts, 0x10_5003)
        .Program(UnitRegister.Remapping, 1);
}
