using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Riscv;

/// <summary>Fault records written down by hand from the specification's layout, and how they are read.</summary>
public sealed class FaultQueueTests
{
    [Theory]
    [InlineData(0x2808_0000_0102ul, 0ul, Access.Read, FaultReason.NotAttached)]
    [InlineData(0x280c_0000_000ful, 0x1234ul, Access.Write, FaultReason.NotPermitted)]
    [InlineData(0x2808_0000_0015ul, 0x1234ul, Access.Read, FaultReason.NotPermitted)]
    [InlineData(0x2808_0000_000dul, 0x40_0000_0000ul, Access.Read, FaultReason.BeyondWidth)]
    [InlineData(0x2808_0000_0005ul, 0x1234ul, Access.Read, FaultReason.Other)]
    public void A_record_says_what_was_blocked(ulong head, ulong address, Access wanted, FaultReason reason)
    {
        var rig = new RiscvRig();
        rig.Unit.Record(head, 0, address, 0);
        rig.Driver.Collect(wanted);
        var expected = new FaultRecord(RiscvRig.Nic, new Iova(address).PageStart(), wanted, reason, null);
        Assert.Equal(new IommuObservation.Faults([expected], false), rig.Driver.ReadFaults());
    }

    [Fact]
    public void A_process_id_is_there_if_the_record_says_so()
    {
        var rig = new RiscvRig();
        rig.Unit.Record(0x2809_0000_7102, 0, 0, 0);
        rig.Driver.Collect(Access.Read);
        Assert.Equal(new Pasid(7), rig.Driver.ReadFaults().Records[0].Pasid);
    }

    [Fact]
    public void Records_stay_until_they_are_cleared_and_what_is_alike_counts_once()
    {
        var rig = new RiscvRig();
        for (var i = 0; i < 300; i++)
        {
            rig.Unit.Record(0x2808_0000_0102, 0, (ulong)(i % 3) << 12, 0);
            rig.Driver.Collect(Access.Read);
        }

        Assert.Equal(3, rig.Driver.ReadFaults().Records.Count);
        rig.Do(new IommuOperation.ClearFaults());
        Assert.Equal(new IommuObservation.Faults([], false), rig.Driver.ReadFaults());
    }

    [Fact]
    public void Lost_records_are_told_once()
    {
        var rig = new RiscvRig();
        rig.Unit.Record(0x2808_0000_0102, 0, 0, 0);
        rig.Unit.Overflow();
        rig.Driver.Collect(Access.Read);
        Assert.True(rig.Driver.ReadFaults().Overflow);
        rig.Do(new IommuOperation.ClearFaults());
        Assert.False(rig.Driver.ReadFaults().Overflow);
    }
}
