using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Invariants.Host;
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
    public void Slots_of_two_pages_are_filled_and_given_back_page_by_page() => Holds(
        [(0, null), (1, null), (Own, 0), (Own + 1, 3)],
        Stored(Own), Stored(Own + 1), Mapped(Own, pages: 2), Written(1), Unmapped(2));

    [Fact]
    public void Slots_of_two_pages_hold_both_pages() => Holds(
        [(0, 0), (1, 1), (Own, 0), (Own + 1, 1)], Stored(Own), Stored(Own + 1), Mapped(Own, pages: 2));

    [Fact]
    public void A_map_that_finds_too_few_slots_leaves_all_as_it_was() => Holds(
        [(0, null), (1, 0), (Own, 0), (Own + 1, 1)],
        Stored(Own), Stored(Own + 1), Mapped(Own), Mapped(Own + 1, pages: 2));

    [Fact]
    public void An_unmap_gives_back_the_slots_of_its_own_request() => Holds(
        [(0, 5), (1, null), (Own, 4), (Own + 1, 1)],
        Stored(Own), Stored(Own + 1), Mapped(Own), Mapped(Own + 1), Written(1), Written(0), Unmapped(2));

    [Fact]
    public void Slots_are_given_back_in_the_other_host() => Holds(
        [(0, null), (1, null), (Own, 3)],
        Stored(Own), Mapped(Own), new HostOperation.StartMigration(Guest), Written(1),
        new HostOperation.Finish(Guest), Unmapped(1));

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, 0, true)]
    [InlineData(false, null, false)]
    [InlineData(false, 0, true)]
    public void A_slot_that_devices_are_to_write_is_filled_or_empty(bool isWritable, int? found, bool isFine) =>
        AssertBlamed(isFine ? null : "HOST-POOL-03", Blamed(found, Stored(Own), Mapped(Own, isWritable: isWritable)));

    [Fact]
    public void A_slot_holds_what_a_device_has_written_there_and_nothing_of_another_request()
    {
        AssertBlamed("HOST-POOL-03", Blamed(null, Stored(Own), Mapped(Own), Written(0)));
        Assert.Empty(Blamed(1, Stored(Own), Written(0), Mapped(Own)));
        AssertBlamed("HOST-POOL-03", Blamed(1, Stored(Own), Written(0), Mapped(Own, isWritable: false)));
        AssertBlamed("HOST-POOL-03", Blamed(0, Stored(Own), Mapped(Own), Unmapped(1), Mapped(Own + 1)));
    }

    [Fact]
    public void A_slot_that_nobody_has_holds_nothing_and_what_is_another_guests_is_blamed_on_isolation()
    {
        AssertBlamed("HOST-POOL-04", Blamed(0, Stored(Own)));
        AssertBlamed(
            "HOST-ISO-02",
            Blamed(0, new HostOperation.Store(new GuestId(1), PageAt(Own), new ByteCount(1))));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Memory_may_be_empty_where_a_device_wrote_nothing(int? holds, bool isFine)
    {
        var ledger = Ledger(Stored(Own), Mapped(Own), Unmapped(1));
        Assert.Equal(isFine, ledger.MayHold(Frame(Own), holds ?? -1));
        Assert.False(Ledger(Stored(Own), Mapped(Own), Written(0), Unmapped(1)).MayHold(Frame(Own), -1));
        Assert.False(Ledger(Stored(Own), Mapped(Own, isWritable: false), Unmapped(1)).MayHold(Frame(Own), -1));
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

    // What pages hold is expected of the host and of the ledger, which goes by the operations.
    private static void Holds((int Page, int? Step)[] expected, params HostOperation[] operations)
    {
        var configuration = new HostConfiguration(
            [Shape(GuestIommu.None, slots: 2)], [Device(HostDeviceKind.Bypassing)], new IommuCache(1, 1), null);
        var (host, ledger) = (Of(configuration), new HostLedger(configuration));
        foreach (var operation in operations) ledger.Note(operation, host.Do(operation));
        var side = ledger.Moves(Guest);
        Assert.Equal(expected, expected.Select(each => (each.Page, Peeked(host, each.Page)?.Step)));
        Assert.Equal(
            expected.Select(each => each.Step ?? -1),
            expected.Select(each => ledger.Writer(
                HostLayout.Frames(Guest, side).Plus((ulong)each.Page * Page.Bytes))));
    }

    // What is held against a slot 0 in which a device finds something.
    private static void AssertBlamed(string? requirement, IEnumerable<string> blamed) =>
        Assert.Equal(requirement is null ? [] : [requirement], blamed, StringComparer.Ordinal);

    private static IEnumerable<string> Blamed(int? found, params HostOperation[] operations)
    {
        var violations = new List<Violation>();
        var verdicts = new Verdicts(violations);
        var slot = new HostPiece(default, new ByteCount(1), Frame(0));
        new NothingLeftInSlots(Ledger(operations)).Step(
            new HostOperation.Look(One, new Iova(PageAt(0).Value)),
            new HostObservation.Found(slot, found is { } step ? new Held(step) : null), ref verdicts);
        return violations.Select(violation => violation.Requirement.Id);
    }

    // What was done to two guests, the first of them with a pool of one slot.
    private static HostLedger Ledger(params HostOperation[] operations)
    {
        var configuration = new HostConfiguration(
            [Shape(GuestIommu.None, slots: 1), Shape(GuestIommu.None)], [Device(HostDeviceKind.Bypassing)],
            new IommuCache(1, 1), null);
        var (host, ledger) = (Of(configuration), new HostLedger(configuration));
        foreach (var operation in operations) ledger.Note(operation, host.Do(operation));
        return ledger;
    }

    private static Held? Peeked(ComposedHost host, int page) => Assert.IsType<HostObservation.Content>(
        host.Apply(new HostOperation.Peek(Guest, PageAt(page)))).Writer;

    private static HostOperation Stored(int page) => new HostOperation.Store(Guest, PageAt(page), new ByteCount(1));

    private static HostOperation Written(int slot) =>
        new HostOperation.Dma(One, DmaKind.Write, new Iova(PageAt(slot).Value), new ByteCount(1));

    private static HostOperation Mapped(int page, ulong pages = 1, bool isWritable = true) =>
        new HostOperation.Bounce(Guest, new DmaOperation.Map(
            new ProcessorId(0), [new Segment(PageAt(page), new PageCount(pages))], isWritable));

    private static HostOperation Unmapped(int step) =>
        new HostOperation.Bounce(Guest, new DmaOperation.Unmap(new ProcessorId(0), new Held(step)));

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
