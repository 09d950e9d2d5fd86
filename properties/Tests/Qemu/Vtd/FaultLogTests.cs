using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>Fault records against words written down by hand from the specification's layout.</summary>
public sealed class FaultLogTests
{
    private const uint Status = 0x34;
    private const uint Record = 0x220;
    private const ulong IsSet = 1ul << 63;
    private const ulong IsRead = 1ul << 62;

    [Theory]
    [InlineData(1, FaultReason.NotAttached)]
    [InlineData(2, FaultReason.NotAttached)]
    [InlineData(3, FaultReason.Other)]
    [InlineData(4, FaultReason.BeyondWidth)]
    [InlineData(5, FaultReason.NotPermitted)]
    [InlineData(6, FaultReason.NotPermitted)]
    [InlineData(0xc, FaultReason.Other)]
    [InlineData(0xff, FaultReason.Other)]
    public void A_record_gives_requester_page_direction_and_reason(int code, FaultReason reason)
    {
        var unit = new FakeUnit();
        unit.Set(Status, 0x2);
        unit.Set(Record, 0x7f_1234_5000);
        unit.Set(Record + 8, IsSet | ((ulong)code << 32) | 0x8200);
        var expected = new FaultRecord(
            new RequesterId(0x8200), new Iova(0x7f_1234_5000), Access.Write, reason, null);
        Assert.Equal(new IommuObservation.Faults([expected], Overflow: false), Log(unit).Read());
        unit.Set(Record + 8, IsSet | IsRead | ((ulong)code << 32) | 0x8200);
        Assert.Equal(new IommuObservation.Faults([expected with { Wanted = Access.Read }], false), Log(unit).Read());
    }

    [Fact]
    public void The_low_bits_of_the_address_are_no_address()
    {
        var unit = new FakeUnit();
        unit.Set(Status, 0x2);
        unit.Set(Record, 0xabc_dfff);
        unit.Set(Record + 8, IsSet | 0x5_0000_0028);
        Assert.Equal(new Iova(0xabc_d000), Log(unit).Read().Records[0].Page);
    }

    [Fact]
    public void A_PASID_is_told_where_the_record_has_one()
    {
        var unit = new FakeUnit();
        unit.Set(Status, 0x2);
        unit.Set(Record + 8, IsSet | (0xf_edcbul << 40) | 0x5_8000_0028);
        Assert.Equal(new Pasid(0xf_edcb), Log(unit).Read().Records[0].Pasid);
    }

    [Theory]
    [InlineData(0u, false)]
    [InlineData(1u, true)]
    [InlineData(0x10u, false)]
    public void Without_a_pending_fault_there_is_no_record(uint status, bool overflow)
    {
        var unit = new FakeUnit();
        unit.Set(Status, status);
        unit.Set(Record + 8, IsSet | 0x5_0000_0028);
        Assert.Equal(new IommuObservation.Faults([], overflow), Log(unit).Read());
    }

    [Fact]
    public void Records_are_read_from_the_first_pending_one_on_and_around_the_end()
    {
        const ulong fourRecords = FakeRegisters.Capability39 | (3ul << 40);
        var unit = new FakeUnit(fourRecords);
        unit.Set(Status, 0x303);
        foreach (var (index, requester) in new[] { (3u, 0x28u), (0u, 0x29u), (1u, 0x38u) })
            unit.Set(Record + (16 * index) + 8, IsSet | 0x2_0000_0000 | requester);
        var seen = Log(unit).Read();
        Assert.True(seen.Overflow);
        Assert.Equal([0x28u, 0x29u, 0x38u], seen.Records.Select(r => r.Requester.Value));
    }

    [Fact]
    public void To_read_changes_nothing_and_to_clear_clears_the_records_before_the_status()
    {
        var unit = new FakeUnit(FakeRegisters.Capability39 | (1ul << 40));
        Log(unit).Read();
        Assert.Empty(unit.Log);
        Log(unit).Clear();
        Assert.Equal(
            [(0x228u, IsSet), (0x238u, IsSet), (0x34u, 0x7ful)],
            unit.Log.OfType<PortEvent.Wrote>().Select(w => (w.Register.Offset, w.Value.Value)));
    }

    private static FaultLog Log(FakeUnit unit) => new(unit, new VtdCapability(
        unit.ReadWord(VtdRegister.Capability), new Word(FakeRegisters.Extended)));
}
