using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Smmuv3;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Smmuv3;

/// <summary>What the driver writes, and in which order.</summary>
public sealed class SmmuDriverTests
{
    private const ulong Stream = 0x4044_0000 + (0x28 * 64);
    private const ulong Context = 0x4048_0000;
    private const ulong Moved = 0x1_0000_0000;

    private static readonly RequesterId Nic = new(0x28);
    private static readonly DomainId Blue = new(1);
    private static readonly DomainId Red = new(2);

    [Fact]
    public void A_stream_is_made_valid_last_and_invalidated_before_and_after()
    {
        var (unit, driver) = Start(SmmuStage.First);
        driver.Change(new IommuOperation.Attach(Nic, null, Blue));
        var first = Index(unit, e => e is PortEvent.Executed { Low.Value: 0x28_0000_0003 });
        var context = Index(unit, e => e is PortEvent.Stored { At.Value: Context });
        var valid = Index(unit, e => e is PortEvent.Stored { At.Value: Stream, Value.Value: not 0 });
        var others = unit.Log.FindLastIndex(e =>
            e is PortEvent.Stored { At.Value: > Stream and < Stream + 64 });
        var last = unit.Log.FindLastIndex(e => e is PortEvent.Executed { Low.Value: 0x28_0000_0003 });
        Assert.True(first < context && context < valid && others < valid && valid < last);
        Assert.IsType<PortEvent.Executed>(unit.Log[^1]);
        Assert.Equal(0x46ul, ((PortEvent.Executed)unit.Log[^1]).Low.Value);
    }

    [Fact]
    public void A_requester_that_changes_its_domain_keeps_its_stream_and_gets_another_context()
    {
        var (unit, driver) = Start(SmmuStage.First);
        driver.Change(new IommuOperation.Attach(Nic, null, Blue));
        unit.Log.Clear();
        driver.Change(new IommuOperation.Attach(Nic, null, Red));
        Assert.DoesNotContain(unit.Log, e => e is PortEvent.Stored { At.Value: >= Stream and < Stream + 64 });
        var contexts = unit.Log.Where(e => e is PortEvent.Stored { At.Value: Context }
            or PortEvent.Executed { Low.Value: 0x28_0000_0005 }).ToList();
        Assert.IsType<PortEvent.Stored>(contexts[0]);
        Assert.Equal(0ul, ((PortEvent.Stored)contexts[0]).Value.Value);
        Assert.IsType<PortEvent.Executed>(contexts[1]);
        Assert.Equal(2ul, ((PortEvent.Stored)contexts[2]).Value.Value >> 48);
        Assert.IsType<PortEvent.Executed>(contexts[3]);
    }

    [Fact]
    public void Stream_and_context_of_stage_1_are_those_of_the_layout()
    {
        var (unit, driver) = Start(SmmuStage.First);
        driver.Change(new IommuOperation.Attach(Nic, null, Blue));
        Assert.Equal(Context | (5 << 1) | 1, unit.Memory.Load(new Gpa(Stream)).Value);
        Assert.Equal(0x1000_0000_00d4ul, unit.Memory.Load(new Gpa(Stream + 8)).Value);
        Assert.Equal(0x0001_e204_c090_3510ul, unit.Memory.Load(new Gpa(Context)).Value);
        Assert.Equal(0x4048_8000ul, unit.Memory.Load(new Gpa(Context + 8)).Value);
    }

    [Fact]
    public void A_stream_of_stage_2_has_machine_width_and_table()
    {
        var (unit, driver) = Start(SmmuStage.Second);
        driver.Change(new IommuOperation.Attach(Nic, null, Red));
        Assert.Equal((6ul << 1) | 1, unit.Memory.Load(new Gpa(Stream)).Value);
        Assert.Equal(0x040c_3594_0000_0002ul, unit.Memory.Load(new Gpa(Stream + 16)).Value);
        Assert.Equal(0x4048_9000ul, unit.Memory.Load(new Gpa(Stream + 24)).Value);
    }

    [Fact]
    public void Below_another_stage_contexts_and_tables_are_moved()
    {
        var (unit, driver) = Start(SmmuStage.Nested);
        driver.Change(new IommuOperation.Attach(Nic, null, Blue));
        driver.Change(new IommuOperation.Map(
            Blue, new Iova(0), new Gpa(0x4a7d_3000), new PageCount(1), Access.Read, PageSize.Size4K));
        Assert.Equal((Context + Moved) | (7 << 1) | 1, unit.Memory.Load(new Gpa(Stream)).Value);
        Assert.Equal(0x4048_8000 + Moved, unit.Memory.Load(new Gpa(Context + 8)).Value);
        Assert.Equal((0x4050_0000 + Moved) | 3, unit.Memory.Load(new Gpa(0x4048_8000)).Value);
        Assert.Equal(0x4a7d_3000 + Moved, unit.Memory.Load(new Gpa(0x4050_2000)).Value & 0xffff_ffff_f000);
        Assert.Equal(new Gpa(0x4a7d_3000), driver.Likely(Blue, new Iova(0)));
        // 1 GiB of memory, where the blocks of the stage below say.
        Assert.Equal(0x4000_07fdul, unit.Memory.Load(new Gpa(0x4048_2000 + (5 * 8))).Value);
    }

    [Fact]
    public void Records_without_an_address_are_those_of_the_access_and_stay_until_they_are_cleared()
    {
        var (unit, driver) = Start(SmmuStage.First);
        unit.Memory.Store(new Gpa(0x4040_1000), new Word(0x28_0000_0004));
        unit.Set(0x1_00a8, 1);
        driver.Collect(Nic, Access.Write, new Iova(0x7ffc), new ByteCount(8));
        FaultRecord Of(ulong page) => new(Nic, new Iova(page), Access.Write, FaultReason.NotAttached, null);
        Assert.Equal(new IommuObservation.Faults([Of(0x7000), Of(0x8000)], false), driver.ReadFaults());
        Assert.Equal(new IommuObservation.Faults([Of(0x7000), Of(0x8000)], false), driver.ReadFaults());
        driver.Change(new IommuOperation.ClearFaults());
        Assert.Equal(new IommuObservation.Faults([], false), driver.ReadFaults());
        Assert.Equal(1u, unit.ReadInt(new(0x1_00ac)));
    }

    [Theory]
    [InlineData(0x28, 16, true)]
    [InlineData(0x200, 16, false)]
    [InlineData(0x28, 15, false)]
    public void In_a_full_queue_a_record_without_an_address_may_stand_for_more_of_its_requester(
        uint next, uint records, bool mayBeLost)
    {
        var (unit, driver) = Start(SmmuStage.First);
        for (var i = 0ul; i < records; i++)
            unit.Memory.Store(new Gpa(0x4040_1000 + (32 * i)), new Word(0x28_0000_0004));
        unit.Set(0x1_00a8, records);
        driver.Collect(Nic, Access.Write, new Iova(0), new ByteCount(8));
        driver.Collect(new RequesterId(next), Access.Write, new Iova(0x1000), new ByteCount(1));
        Assert.Equal(mayBeLost, driver.ReadFaults().Overflow);
        driver.Change(new IommuOperation.ClearFaults());
        Assert.False(driver.ReadFaults().Overflow);
    }

    [Fact]
    public void A_record_that_was_never_announced_is_none()
    {
        var (unit, driver) = Start(SmmuStage.First);
        unit.Memory.Store(new Gpa(0x4040_1000), new Word(0x28_0000_0010));
        driver.Collect(Nic, Access.Read, new Iova(0), new ByteCount(4));
        Assert.Equal(new IommuObservation.Faults([], false), driver.ReadFaults());
    }

    private static int Index(FakeSmmu unit, Predicate<PortEvent> match)
    {
        var index = unit.Log.FindIndex(match);
        Assert.True(index >= 0);
        return index;
    }

    private static (FakeSmmu Unit, SmmuDriver Driver) Start(SmmuStage stage)
    {
        var unit = new FakeSmmu();
        var driver = new SmmuDriver(unit, stage, [Nic, new RequesterId(0x200)]);
        driver.Start();
        driver.Change(new IommuOperation.CreateDomain(Blue));
        driver.Change(new IommuOperation.CreateDomain(Red));
        unit.Log.Clear();
        return (unit, driver);
    }
}
