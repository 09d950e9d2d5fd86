using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Invariants.Host;
using IoSpec.Reference.Host;
using Xunit;
using static IoSpec.Tests.Host.Hosts;

namespace IoSpec.Tests.Host;

/// <summary>A guest's layer for DMA mappings over the guest's IOMMU, which caches.</summary>
public sealed class HostLayerTests
{
    private const ulong Timeout = 10_000_000;
    private static readonly DmaPolicy Lazy = new DmaPolicy.Lazy(4, new Duration(Timeout), PerProcessor: false);

    [Fact]
    public void What_is_unmapped_lazily_is_reached_until_its_time_is_over()
    {
        var host = Host(Lazy);
        Assert.Equal(Frame(side: 0), Reached(host.Do(Map, Use(mapped: 0))));
        Assert.Equal(Frame(side: 0), Reached(host.Do(Unmap(mapped: 0), Use(mapped: 0))));
        Assert.Null(Reached(host.Do(Wait(Timeout), Use(mapped: 0))));
    }

    [Fact]
    public void What_is_unmapped_strictly_is_reached_no_longer()
    {
        var host = Host(new DmaPolicy.Strict());
        Assert.Equal(Frame(side: 0), Reached(host.Do(Map, Use(mapped: 0))));
        Assert.Null(Reached(host.Do(Unmap(mapped: 0), Use(mapped: 0))));
    }

    [Fact]
    public void What_waits_in_the_queue_when_its_guest_moves_leads_to_the_other_host()
    {
        var host = Host(Lazy);
        var arrived = Assert.IsType<HostObservation.Arrived>(host.Do(
            Map, Use(mapped: 0), new HostOperation.StartMigration(Guest), Unmap(mapped: 0), Use(mapped: 0),
            new HostOperation.Finish(Guest)));
        Assert.Equal([new PageStamp(HostLayout.Memory, new Held(4))], arrived.Pages.ToArray());
        Assert.Equal(Frame(side: 1), Reached(host.Do(Use(mapped: 0))));
        Assert.Null(Reached(host.Do(Wait(Timeout), Use(mapped: 0))));
    }

    [Fact]
    public void A_new_guest_has_a_new_layer()
    {
        var host = Host(Lazy);
        var before = Assert.IsType<HostObservation.Layered>(host.Do(Map));
        var after = Assert.IsType<HostObservation.Layered>(host.Do(new HostOperation.Restart(Guest), Map));
        Assert.Equal(before, after);
    }

    [Fact]
    public void Nobody_but_the_layer_touches_what_it_has_of_the_IOMMU()
    {
        var state = new HostState(new HostConfiguration(
            [Shape(GuestIommu.Translating, nested: true, Lazy)], [Device(HostDeviceKind.VirtualFunction)],
            new IommuCache(1, 1), null));
        Assert.False(HostForm.Applies(state, MapIn(inner: false)));
        Assert.True(HostForm.Applies(state, MapIn(inner: true)));
        Assert.True(HostForm.Applies(state, Map));
        Assert.False(HostForm.Applies(state, Layer(new DmaOperation.Access(new RequesterId(0), new Held(0), 0, true))));
    }

    [Fact]
    public void Time_that_passes_while_a_refresh_is_held_up_excuses_nothing_before_the_timer_goes_off()
    {
        Assert.Equal(["HOST-LEFT-06"], Late(Use(mapped: 0), Flush, Wait(0), FlushEnds, Wait(Timeout)));
        Assert.Empty(Late(Use(mapped: 0), Flush, Wait(Timeout), FlushEnds));
    }

    [Fact]
    public void A_buffer_that_was_told_before_is_not_reached_for_long() =>
        Assert.Equal(["HOST-LEFT-06"], Late(new HostOperation.Kick(One), Wait(Timeout)));

    [Fact]
    public void A_layer_needs_an_IOMMU_that_translates() => Assert.Equal(
        "a layer for DMA mappings needs an IOMMU",
        new HostConfiguration(
            [Shape(GuestIommu.None, nested: false, Lazy)], [Device(HostDeviceKind.VirtualFunction)],
            new IommuCache(1, 1), null).Problem());

    private static HostOperation Map { get; } = Layer(new DmaOperation.Map(
        new ProcessorId(0), [new Segment(HostLayout.Memory, new PageCount(1))], Writable: true));

    private static ComposedHost Host(DmaPolicy policy) => Of(Configuration(policy));

    private static HostOperation.Layer Layer(DmaOperation does) => new(Guest, does);

    private static HostOperation.Layer Flush { get; } = Layer(new DmaOperation.BeginFlush());

    private static HostOperation.Layer FlushEnds { get; } = Layer(new DmaOperation.EndFlush(new Held(3)));

    // What is found when a device reaches what was mapped, told to it and unmapped, after some steps.
    private static List<string> Late(HostOperation reaches, params HostOperation[] between)
    {
        var (host, found) = (Host(Lazy), new List<Violation>());
        var verdicts = new Verdicts(found);
        var at = Assert.IsType<DmaObservation.Mapped>(Assert.IsType<HostObservation.Layered>(Host(Lazy).Do(Map)).Seen);
        var invariant = new NothingReachedForLong(Configuration(Lazy));
        foreach (var operation in (HostOperation[])[Map, new HostOperation.Post(One, at.At), Unmap(0), .. between])
            invariant.Step(operation, host.Do(operation), ref verdicts);
        invariant.Step(
            reaches, new HostObservation.Moved([new HostPiece(default, new ByteCount(1), Frame(side: 0))]),
            ref verdicts);
        return found.ConvertAll(violation => violation.Requirement.Id);
    }

    private static HostConfiguration Configuration(DmaPolicy policy) => new(
        [Shape(GuestIommu.Translating, nested: false, policy)], [Device(HostDeviceKind.VirtualFunction)],
        new IommuCache(4, 4), null);

    private static HostOperation.Layer Unmap(int mapped) =>
        Layer(new DmaOperation.Unmap(new ProcessorId(0), new Held(mapped)));

    private static HostOperation.Layer Wait(ulong time) => Layer(new DmaOperation.Advance(new Duration(time)));

    private static HostOperation.Use Use(int mapped) =>
        new(One, DmaKind.Write, new Held(mapped), default, new ByteCount(1));

    private static HostOperation.Map MapIn(bool inner) => new(
        Guest, inner, new Iova(0x1000), HostLayout.Memory, new PageCount(1), Access.ReadWrite);

    private static Hpa Frame(int side) => HostLayout.Frames(Guest, side);

    private static Hpa? Reached(Observation seen) =>
        Assert.Single(Assert.IsType<HostObservation.Moved>(seen).Pieces).At;
}
