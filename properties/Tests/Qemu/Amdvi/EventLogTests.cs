using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Amdvi;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Amdvi;

/// <summary>Events as AMD-Vi 2.5 has them, in a ring of 256.</summary>
public sealed class EventLogTests
{
    private const ulong PageFault = 2ul << 60;
    private const ulong Present = 1ul << 52;
    private const ulong Writes = 1ul << 53;

    public static TheoryData<ulong, ulong, FaultReason> Reasons { get; } = new()
    {
        { PageFault | (1ul << 32), 0x5000, FaultReason.NotPermitted },
        { PageFault | (0x203ul << 32), 0x5000, FaultReason.NotAttached },
        { PageFault | (1ul << 32), 1ul << 48, FaultReason.BeyondWidth },
        { 1ul << 60, 0x5000, FaultReason.Other },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void An_event_is_a_record_with_its_reason(ulong low, ulong address, FaultReason reason)
    {
        var rig = new AmdviRig();
        rig.Unit.Raise(low | 0x28, address | 0x678);
        var record = Assert.Single(rig.Driver.ReadFaults().Records);
        Assert.Equal(new FaultRecord(AmdviRig.Nic, new Iova(address), Access.Read, reason, null), record);
    }

    [Fact]
    public void Records_stay_until_they_are_cleared()
    {
        var rig = new AmdviRig();
        rig.Unit.Raise(PageFault | Present | Writes | 0x28, 0x5000);
        rig.Driver.ReadFaults();
        rig.Unit.Raise(PageFault | Present | 0x28, 0x6000);
        Assert.Equal([Access.Write, Access.Read], rig.Driver.ReadFaults().Records.Select(record => record.Wanted));
        rig.Do(new IommuOperation.ClearFaults());
        Assert.Empty(rig.Driver.ReadFaults().Records);
    }

    [Fact]
    public void The_log_wraps_and_no_event_is_read_twice()
    {
        var rig = new AmdviRig();
        for (var i = 0ul; i < 1000; i++)
        {
            rig.Unit.Raise(PageFault | 0x28, i << Page.Shift);
            Assert.Equal(new Iova(i << Page.Shift), Assert.Single(rig.Driver.ReadFaults().Records).Page);
            rig.Do(new IommuOperation.ClearFaults());
        }
    }

    [Fact]
    public void An_overflow_is_told_and_the_log_goes_on_when_it_is_cleared()
    {
        var rig = new AmdviRig();
        for (var i = 0ul; i < 300; i++) rig.Unit.Raise(PageFault | 0x28, i << Page.Shift);
        Assert.Equal((EventLog.Most, true), Told(rig));
        rig.Do(new IommuOperation.ClearFaults());
        Assert.Equal((0, false), Told(rig));
        rig.Unit.Raise(PageFault | 0x28, 0x5000);
        Assert.Equal((1, false), Told(rig));
    }

    [Fact]
    public void Events_about_commands_are_no_records()
    {
        var rig = new AmdviRig();
        rig.Unit.Raise(5ul << 60, 0x10_0000);
        Assert.Equal((0, false), Told(rig));
    }

    private static (int Count, bool Overflow) Told(AmdviRig rig)
    {
        var seen = rig.Driver.ReadFaults();
        return (seen.Records.Count, seen.Overflow);
    }
}
