using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Host;
using Xunit;
using static IoSpec.Tests.Host.Hosts;

namespace IoSpec.Tests.Host;

/// <summary>Queues of emulated devices in the memory of a guest of 32 pages, whose last sixteen they have.</summary>
public sealed class HostQueueTests
{
    private const int First = 16;
    private const int Buffer = 2;
    private static readonly QueueShape Plain = new(VirtioFeatures.Version1, 4, VirtioDevice.Source, IsStepwise: false);

    private static readonly QueueShape Platform =
        new(VirtioFeatures.Version1 | VirtioFeatures.AccessPlatform, 4, VirtioDevice.Source, IsStepwise: false);

    [Fact]
    public void A_device_writes_its_buffers_and_its_ring_where_its_guest_is()
    {
        var host = Of(Shape(GuestIommu.None), Device(HostDeviceKind.Bypassing, Plain));
        Assert.Equal([Frame(0, Buffer), Frame(0, 0, VirtioLayout.Used)], Kicked(host, Buffer));
        host.Do(new HostOperation.StartMigration(Guest));
        var arrived = Assert.IsType<HostObservation.Arrived>(host.Do(
            Offer(Buffer), new HostOperation.Drive(One, new VirtioOperation.Kick(false)),
            new HostOperation.Finish(Guest)));
        Assert.Equal(
            [new PageStamp(PageAt(0), new Held(4)), new PageStamp(PageAt(Buffer), new Held(4))],
            arrived.Pages.ToArray());
        Assert.Equal([Frame(1, Buffer), Frame(1, 0, VirtioLayout.Used)], Kicked(host, Buffer));
    }

    [Fact]
    public void A_disk_writes_what_a_chain_lets_it_write_and_not_what_it_reads()
    {
        var host = Of(
            Shape(GuestIommu.None), Device(HostDeviceKind.Bypassing, Plain with { Device = VirtioDevice.Disk }));
        Descriptor[] chain =
        [
            new(AddressOf(2), new ByteCount(16), DescriptorFlags.Next, 1),
            new(AddressOf(3), new ByteCount(512), DescriptorFlags.Next | DescriptorFlags.Write, 2),
            new(AddressOf(4), new ByteCount(1), DescriptorFlags.Write, 0),
        ];
        host.Do(new HostOperation.Drive(One, new VirtioOperation.Offer(0, [.. chain], [])));
        var seen = Assert.IsType<HostObservation.Driven>(
            host.Do(new HostOperation.Drive(One, new VirtioOperation.Kick(false))));
        Assert.Single(Assert.IsType<VirtioObservation.Ran>(seen.Seen).Used);
        Assert.Equal(
            [Frame(0, 3), Frame(0, 0, VirtioLayout.Used)], seen.Reached.Select(piece => piece.At!.Value).ToArray());
    }

    [Fact]
    public void A_device_that_takes_the_platforms_addresses_reaches_what_its_guest_has_mapped()
    {
        var host = Of(Shape(GuestIommu.Translating), Device(HostDeviceKind.Honoring, Platform));
        host.Do(MapAll(inner: false));
        Assert.Equal([Frame(0, Buffer), Frame(0, 0, VirtioLayout.Used)], Kicked(host, Buffer + VirtioLayout.Shift));
        var at = new Iova(VirtioLayout.AddressOf(Buffer + VirtioLayout.Shift));
        host.Do(
            new HostOperation.Unmap(Guest, false, at, new PageCount(1)),
            new HostOperation.Invalidate(Guest, false, at, new PageCount(1)), Offer(Buffer + VirtioLayout.Shift));
        var seen = Assert.IsType<HostObservation.Driven>(
            host.Do(new HostOperation.Drive(One, new VirtioOperation.Kick(false))));
        Assert.Equal([at], Assert.IsType<VirtioObservation.Ran>(seen.Seen).Faults!.Value.ToArray());
        Assert.DoesNotContain(seen.Reached, piece => piece.At == Frame(0, Buffer));
    }

    [Fact]
    public void A_device_that_is_given_inside_reaches_what_is_mapped_for_the_guest_inside()
    {
        var host = Of(Shape(GuestIommu.Translating, nested: true), Device(HostDeviceKind.Honoring, Platform));
        host.Do(MapAll(inner: false), new HostOperation.Give(One, true));
        Assert.Empty(Kicked(host, Buffer + VirtioLayout.Shift));
        host.Do(MapAll(inner: true));
        var reached = Assert.IsType<HostObservation.Driven>(
            host.Do(new HostOperation.Drive(One, new VirtioOperation.Kick(false)))).Reached;
        Assert.Contains(reached, piece => piece.At == Frame(0, Buffer));
    }

    [Fact]
    public void A_device_behind_a_layer_reaches_what_the_layer_has_mapped_for_its_queue()
    {
        var host = Of(
            Shape(GuestIommu.Translating, layer: new DmaPolicy.Strict()), Device(HostDeviceKind.Honoring, Platform));
        Assert.Empty(Kicked(host, Buffer + VirtioLayout.Shift));
        host.Do(
            new HostOperation.ResetFunction(One), new HostOperation.SetMaster(One, true),
            new HostOperation.Layer(Guest, new DmaOperation.Map(
                new ProcessorId(0), [new Segment(PageAt(0), new PageCount(VirtioLayout.Shift))], Writable: true)));
        foreach (var step in QueueStart.Steps(new VirtioConfiguration(
            PlatformMode.Translating, false, Platform.Offered, 4, VirtioDevice.Source)))
        {
            host.Do(new HostOperation.Drive(One, step));
        }

        Assert.Equal([Frame(0, Buffer), Frame(0, 0, VirtioLayout.Used)], Kicked(host, Buffer + VirtioLayout.Shift));
        host.Do(new HostOperation.Layer(Guest, new DmaOperation.Unmap(new ProcessorId(0), new Held(4))));
        Assert.Empty(Kicked(host, Buffer + VirtioLayout.Shift));
    }

    [Fact]
    public void After_a_reset_of_its_function_a_device_has_no_queue()
    {
        var host = Of(Shape(GuestIommu.None), Device(HostDeviceKind.Bypassing, Plain));
        host.Do(Offer(Buffer), new HostOperation.ResetFunction(One), new HostOperation.SetMaster(One, true));
        var seen = Assert.IsType<HostObservation.Driven>(
            host.Do(new HostOperation.Drive(One, new VirtioOperation.Kick(false))));
        Assert.Equal(new VirtioObservation.Ran([], [], false, VirtioStatus.None, []), seen.Seen);
    }

    [Fact]
    public void A_driver_does_not_kick_while_nobody_knows_what_its_addresses_lead_to()
    {
        var state = new HostState(new HostConfiguration(
            [Shape(GuestIommu.Translating)], [Device(HostDeviceKind.Honoring, Platform)], new IommuCache(1, 1), null));
        state.Go(MapAll(inner: false));
        var kick = new HostOperation.Drive(One, new VirtioOperation.Kick(false));
        Assert.True(HostForm.Applies(state, kick));
        var at = new Iova(VirtioLayout.AddressOf(VirtioLayout.Shift));
        state.Go(new HostOperation.Unmap(Guest, false, at, new PageCount(1)));
        Assert.False(HostForm.Applies(state, kick));
        state.Go(new HostOperation.Invalidate(Guest, false, at, new PageCount(1)));
        Assert.True(HostForm.Applies(state, kick));
    }

    [Fact]
    public void A_device_that_says_that_it_wrote_everything_is_not_followed_out_of_its_memory()
    {
        var everything = new VirtioObservation.Ran(
            [], [new WrittenRun(new Gpa(VirtioLayout.AddressOf(Buffer)), new ByteCount(1ul << 63), true)], false,
            VirtioStatus.None, []);
        var host = Host(does => does is VirtioOperation.Kick ? everything : null);
        var seen = Assert.IsType<HostObservation.Driven>(
            host.Do(new HostOperation.Drive(One, new VirtioOperation.Kick(false))));
        Assert.Equal(VirtioLayout.Pages - Buffer, seen.Reached.Count);
        var state = new HostState(Bypassing);
        var broken = Broken(state, new HostOperation.Drive(One, new VirtioOperation.Kick(false)), seen);
        Assert.NotEmpty(broken);
        Assert.All(broken, id => Assert.Equal("HOST-QUE-01", id));
    }

    [Theory]
    [InlineData(typeof(VirtioOperation.SetStatus))]
    [InlineData(typeof(VirtioOperation.BusMaster))]
    public void What_a_device_refuses_before_the_first_step_is_told_then(Type refused)
    {
        var answer = new VirtioObservation.Status(VirtioStatus.NeedsReset);
        var host = Host(does => does.GetType() == refused ? answer : null);
        Assert.Equal(answer, host.Apply(new HostOperation.Inspect(One)));
        Assert.IsType<HostObservation.Buffer>(host.Apply(new HostOperation.Inspect(One)));
    }

    [Theory]
    [InlineData(HostDeviceKind.Ism, VirtioFeatures.Version1, "only an emulated device has a queue")]
    [InlineData(
        HostDeviceKind.Honoring, VirtioFeatures.Version1,
        "a device offers the platform's addresses, or goes around them")]
    [InlineData(HostDeviceKind.Bypassing, VirtioFeatures.Version1, null)]
    public void Queues_are_of_emulated_devices_and_offer_what_these_are(
        HostDeviceKind kind, VirtioFeatures offered, string? problem) => Assert.Equal(
            problem,
            new HostConfiguration(
                [Shape(GuestIommu.None)],
                [Device(kind, new QueueShape(offered, 4, VirtioDevice.Source, IsStepwise: false))],
                new IommuCache(1, 1), null).Problem());

    private static HostConfiguration Bypassing { get; } = new(
        [Shape(GuestIommu.None)], [Device(HostDeviceKind.Bypassing, Plain)], new IommuCache(1, 1), null);

    private static ComposedHost Host(Func<VirtioOperation, Observation?> answers) => Of(
        Bypassing,
        HostParts.Reference with
        {
            Virtio = () => new Odd<VirtioConfiguration, VirtioOperation>(HostParts.Reference.Virtio(), answers),
        });

    private static HostOperation.Map MapAll(bool inner) => new(
        Guest, inner, new Iova(VirtioLayout.AddressOf(VirtioLayout.Shift)), PageAt(0),
        new PageCount(VirtioLayout.Shift), Access.ReadWrite);

    private static HostOperation.Drive Offer(int page) => new(One, new VirtioOperation.Offer(
        0, [new Descriptor(new Iova(VirtioLayout.AddressOf(page)), new ByteCount(8), DescriptorFlags.Write, 0)], []));

    private static Iova AddressOf(int page) => new(VirtioLayout.AddressOf(page));

    private static Gpa PageAt(int page) => HostLayout.Memory.Plus((ulong)(First + page) * Page.Bytes);

    private static Hpa Frame(int side, int page, ulong offset = 0) =>
        HostLayout.Frames(Guest, side).Plus(((ulong)(First + page) * Page.Bytes) + offset);

    private static Hpa?[] Kicked(ComposedHost host, int page) =>
    [
        .. Assert.IsType<HostObservation.Driven>(
            host.Do(Offer(page), new HostOperation.Drive(One, new VirtioOperation.Kick(false))))
            .Reached.Select(piece => piece.At),
    ];
}
