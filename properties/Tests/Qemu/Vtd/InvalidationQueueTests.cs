using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Vtd;

public sealed class InvalidationQueueTests
{
    private const uint QueueTail = 0x88;
    private const uint FaultStatus = 0x34;
    private const uint Entries = 256;
    private const int WaitType = 5;

    [Fact]
    public void To_submit_announces_the_descriptors_after_they_are_written_and_waits_for_nothing()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = int.MaxValue;
        rig.Do(new SubmitInvalidation(new InvalidationScope.Everything()));
        Assert.Equal(
            ["Stored", "Stored", "Stored", "Stored", "Wrote"], rig.Unit.Log.Select(e => e.GetType().Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void To_await_writes_a_wait_and_asks_until_its_status_is_there()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = 3;
        rig.Do(new SubmitInvalidation(new InvalidationScope.OfDomain(DriverRig.Blue)));
        rig.Do(new AwaitInvalidations());
        Assert.Equal([0x0001_00e2ul, 0x25ul], Executed(rig).Select(low => low & uint.MaxValue));
    }

    [Fact]
    public void Every_wait_has_another_number_and_an_earlier_one_s_completion_does_not_end_it()
    {
        var rig = DriverRig.WithDomains();
        for (var i = 0; i < 3; i++) rig.Do(new AwaitInvalidations());
        Assert.Equal(3, Executed(rig).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void The_queue_wraps_at_its_end_and_every_descriptor_is_done_once_and_in_order(int delay)
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = delay;
        for (var i = 0; i < 1000; i++)
        {
            rig.Do(new SubmitInvalidation(new InvalidationScope.OfPages(
                DriverRig.Blue, new Iova((ulong)i << Page.Shift), new PageCount(1), LeafOnly: false)));
            if (i % 7 == 0) rig.Do(new AwaitInvalidations());
        }

        rig.Do(new AwaitInvalidations());
        AssertPagesInOrder(rig, 1000);
        Assert.Contains(Tails(rig), tail => tail == 0);
        Assert.All(Tails(rig), tail => Assert.True(tail < Entries * 16 && tail % 16 == 0));
    }

    [Fact]
    public void A_queue_that_is_full_is_waited_for_and_nothing_in_it_is_overwritten()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = 2;
        for (var i = 0; i < 1000; i++)
        {
            rig.Do(new SubmitInvalidation(new InvalidationScope.OfPages(
                DriverRig.Blue, new Iova((ulong)i << Page.Shift), new PageCount(1), LeafOnly: true)));
        }

        rig.Do(new AwaitInvalidations());
        AssertPagesInOrder(rig, 1000);
    }

    [Fact]
    public void A_unit_that_never_completes_has_hung()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = int.MaxValue;
        var lost = Assert.Throws<TargetLostException>(() => rig.Do(new AwaitInvalidations()));
        Assert.Equal(Loss.Hung, lost.Kind);
    }

    [Theory]
    [InlineData(1 << 4)]
    [InlineData(1 << 5)]
    [InlineData(1 << 6)]
    public void A_queue_that_stops_with_an_error_is_garbage_and_says_what_the_status_is(int error)
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = int.MaxValue;
        rig.Unit.Set(FaultStatus, (ulong)error);
        var lost = Assert.Throws<TargetLostException>(() => rig.Do(new AwaitInvalidations()));
        Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.Contains($"FSTS 0x{error:x}", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_takes_no_wait_descriptor_stops_there()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Stumbles = WaitType;
        var lost = Assert.Throws<TargetLostException>(() => rig.Do(new AwaitInvalidations()));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Fact]
    public void Faults_of_devices_are_no_errors_of_the_queue()
    {
        var rig = DriverRig.WithDomains();
        rig.Unit.Delay = 1;
        rig.Unit.Set(FaultStatus, 0x3);
        Assert.IsType<IommuObservation.Done>(rig.Do(new AwaitInvalidations()));
    }

    [Fact]
    public void The_queue_is_attached_from_its_start_while_it_is_off()
    {
        var unit = new FakeUnit();
        new VtdDriver(unit, queued: true, [0]).Start();
        var registers = unit.Log.OfType<PortEvent.Wrote>().Select(w => (w.Register.Offset, w.Value.Value)).ToList();
        Assert.Equal(
            [
                (0x20u, 0x10_0000ul), (0x18u, 0x4000_0000ul), (0x88u, 0ul), (0x90u, 0x10_1000ul),
                (0x18u, 0x0400_0000ul), (0x88u, 0x30ul), (0x228u, 1ul << 63), (0x34u, 0x7ful),
                (0x18u, 0x8400_0000ul),
            ],
            registers);
        var enabled = unit.Log.FindLastIndex(e => e is PortEvent.Wrote { Register.Offset: 0x18 });
        Assert.Equal(3, unit.Log.Take(enabled).Count(e => e is PortEvent.Executed));
    }

    [Fact]
    public void Write_buffers_are_flushed_before_an_invalidation_where_that_is_needed()
    {
        var rig = DriverRig.WithDomains(FakeRegisters.Capability39 | FakeRegisters.FlushNeeded);
        rig.Map(0, DriverRig.LargeFrames, 512, PageSize.Size2M);
        rig.Unit.Log.Clear();
        rig.Unmap(0, 1);
        var flushes = Enumerable.Range(0, rig.Unit.Log.Count)
            .Where(i => rig.Unit.Log[i] is PortEvent.Wrote { Register.Offset: 0x18, Value.Value: 0x8c00_0000 })
            .ToList();
        var executed = rig.Unit.Log.FindIndex(e => e is PortEvent.Executed);
        var last = rig.Unit.Log.FindLastIndex(e => e is PortEvent.Stored);
        Assert.Equal(2, flushes.Count);
        Assert.True(flushes[0] < executed && executed < last && last < flushes[1]);
    }

    private static void AssertPagesInOrder(DriverRig rig, int count)
    {
        var pages = rig.Unit.Log.OfType<PortEvent.Executed>().Where(e => (e.Low.Value & 0xf) == 2)
            .Select(e => (int)(e.High.Value >> Page.Shift));
        Assert.Equal(Enumerable.Range(0, count), pages);
    }

    private static IEnumerable<ulong> Executed(DriverRig rig) =>
        rig.Unit.Log.OfType<PortEvent.Executed>().Select(e => e.Low.Value);

    private static IEnumerable<ulong> Tails(DriverRig rig) => rig.Unit.Log.OfType<PortEvent.Wrote>()
        .Where(w => w.Register.Offset == QueueTail).Select(w => w.Value.Value);
}
