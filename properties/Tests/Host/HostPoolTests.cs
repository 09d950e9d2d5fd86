using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Host;
using Xunit;
using static IoSpec.Tests.Host.Hosts;

namespace IoSpec.Tests.Host;

/// <summary>Guests of 32 pages with restricted memory: the first two pages are the slots of a bounce pool.</summary>
public sealed class HostPoolTests
{
    private const int Own = 5;

    [Fact]
    public void A_device_reaches_slots_and_not_what_is_the_guests_own()
    {
        var host = Of(Shape(GuestIommu.None, slots: 2), Device(HostDeviceKind.VirtualFunction));
        Assert.Equal([Frame(1)], Reached(host, PageAt(1)));
        Assert.Equal([null], Reached(host, PageAt(Own)));
        Assert.Equal([Frame(20)], Reached(host, PageAt(20)));
    }

    [Fact]
    public void What_an_iommu_leads_to_is_still_the_guests_own()
    {
        var host = Of(Shape(GuestIommu.Translating, slots: 2), Device(HostDeviceKind.Honoring));
        host.Do(
            new HostOperation.Map(Guest, false, new Iova(0), PageAt(0), new PageCount(1), Access.ReadWrite),
            new HostOperation.Map(Guest, false, new Iova(0x1000), PageAt(Own), new PageCount(1), Access.ReadWrite));
        Assert.Equal([Frame(0)], Reached(host, new Gpa(0)));
        Assert.Equal([null], Reached(host, new Gpa(0x1000)));
    }

    [Fact]
    public void A_slot_holds_its_requests_page_and_gives_back_what_a_device_wrote()
    {
        var host = Of(Shape(GuestIommu.None, slots: 2), Device(HostDeviceKind.Bypassing));
        host.Do(new HostOperation.Store(Guest, PageAt(Own), new ByteCount(1)));
        Assert.Equal(PageAt(1).Value, Slot(host, isWritable: true).Value);
        Assert.Equal(new Held(0), Found(host, 1));
        host.Do(new HostOperation.Dma(One, DmaKind.Write, new Iova(PageAt(1).Value), new ByteCount(1)));
        host.Do(new HostOperation.Bounce(Guest, new DmaOperation.Unmap(new ProcessorId(0), new Held(1))));
        Assert.Null(Found(host, 1));
        Assert.Equal(
            new HostObservation.Content(new Held(3)), host.Apply(new HostOperation.Peek(Guest, PageAt(Own))));
    }

    [Fact]
    public void What_a_device_is_only_to_read_is_not_taken_back()
    {
        var host = Of(Shape(GuestIommu.None, slots: 2), Device(HostDeviceKind.Bypassing));
        Slot(host, isWritable: false);
        host.Do(
            new HostOperation.Dma(One, DmaKind.Write, new Iova(PageAt(1).Value), new ByteCount(1)),
            new HostOperation.Bounce(Guest, new DmaOperation.Unmap(new ProcessorId(0), new Held(0))));
        Assert.Equal(new HostObservation.Content(null), host.Apply(new HostOperation.Peek(Guest, PageAt(Own))));
    }

    [Fact]
    public void A_guest_whose_memory_is_restricted_drives_no_queue_that_goes_around_the_platform()
    {
        var queue = new QueueShape(VirtioFeatures.Version1, 4, VirtioDevice.Source, IsStepwise: true);
        var state = new HostState(new HostConfiguration(
            [Shape(GuestIommu.None, slots: 2)], [Device(HostDeviceKind.Bypassing, queue)], new IommuCache(1, 1), null));
        Assert.Null(state.Devices[0].Queue);
    }

    [Theory]
    [InlineData(32, "the slots are not from 0 to 8, or no memory is left")]
    [InlineData(8, null)]
    public void Slots_leave_memory(int slots, string? problem) => Assert.Equal(
        problem,
        new HostConfiguration(
            [Shape(GuestIommu.None, slots: slots)], [Device(HostDeviceKind.Ism)], new IommuCache(1, 1), null)
            .Problem());

    private static Gpa PageAt(int page) => HostLayout.Memory.Plus((ulong)page * Page.Bytes);

    private static Hpa Frame(int page) => HostLayout.Frames(Guest, 0).Plus((ulong)page * Page.Bytes);

    private static Iova Slot(ComposedHost host, bool isWritable) => Assert.IsType<DmaObservation.Mapped>(
        Assert.IsType<HostObservation.Layered>(host.Apply(new HostOperation.Bounce(Guest, new DmaOperation.Map(
            new ProcessorId(0), [new Segment(PageAt(Own), new PageCount(1))], isWritable)))).Seen).At;

    private static Held? Found(ComposedHost host, int slot) => Assert.IsType<HostObservation.Found>(
        host.Apply(new HostOperation.Look(One, new Iova(PageAt(slot).Value)))).Writer;

    private static Hpa?[] Reached(ComposedHost host, Gpa at) =>
    [
        .. Assert.IsType<HostObservation.Moved>(host.Apply(
            new HostOperation.Dma(One, DmaKind.Write, new Iova(at.Value), new ByteCount(1))))
            .Pieces.Select(piece => piece.At),
    ];
}
