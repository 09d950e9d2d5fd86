using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Virtio;

/// <summary>Who translates, what may be left undone, and what a wrong answer is blamed on.</summary>
public sealed class VirtioJudgeTests
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
    private const VirtioStatus Settled = Found | VirtioStatus.FeaturesOk;
    private const VirtioStatus Running = Settled | VirtioStatus.DriverOk;
    private const VirtioFeatures Both = VirtioFeatures.Version1 | VirtioFeatures.AccessPlatform;
    private static readonly Iova Buffer = new(VirtioLayout.AddressOf(10));

    [Fact]
    public void Bytes_at_the_address_itself_are_a_bypass_where_addresses_are_translated()
    {
        Assert.Empty(Kicked(Both, Ran([Entry(4)], [Run(2, 4)])));
        Assert.Equal(["VIRTIO-ADR-01"], Kicked(Both, Ran([Entry(4)], [Run(10, 4)])));
    }

    [Fact]
    public void Bytes_at_the_mapping_are_a_translation_that_was_not_agreed()
    {
        Assert.Empty(Kicked(VirtioFeatures.Version1, Ran([Entry(4)], [Run(10, 4)])));
        Assert.Equal(["VIRTIO-ADR-02"], Kicked(VirtioFeatures.Version1, Ran([Entry(4)], [Run(2, 4)])));
    }

    [Fact]
    public void A_source_may_give_less_than_there_is_room_for_and_says_no_more_than_it_gave()
    {
        Assert.Empty(Kicked(Both, Ran([Entry(1)], [Run(2, 1)])));
        Assert.Equal(["VIRTIO-USE-01"], Kicked(Both, Ran([Entry(4)], [Run(2, 1)])));
        Assert.Equal(["VIRTIO-USE-02"], Kicked(Both, Ran([], [])));
    }

    [Fact]
    public void A_bit_that_was_not_offered_is_refused()
    {
        Assert.Empty(Broken(VirtioFeatures.Version1, Negotiation(Both, Found)));
        Assert.Equal(["VIRTIO-NEG-01"], Broken(VirtioFeatures.Version1, Negotiation(Both, Settled)));
    }

    [Fact]
    public void A_device_may_insist_on_its_platform_or_not()
    {
        Assert.Empty(Broken(Both, Negotiation(VirtioFeatures.Version1, Found)));
        Assert.Empty(Broken(Both, Negotiation(VirtioFeatures.Version1, Settled)));
    }

    [Fact]
    public void Where_nothing_is_recorded_no_record_is_missed()
    {
        var nowhere = new Iova(VirtioLayout.AddressOf(4));
        Assert.Equal(["VIRTIO-FLT-01"], Kicked(Both, Ran([], []), nowhere));
        Assert.Empty(Kicked(Both, Ran([], []) with { Faults = null }, nowhere));
        Assert.Empty(Kicked(Both, Ran([Entry(4)], [Run(2, 4)]) with { Faults = null }));
        Assert.Equal(["VIRTIO-CON-01"], Kicked(Both, Ran([Entry(4)], [Run(4, 4)]) with { Faults = null }));
    }

    [Theory]
    [InlineData(0x8, "")]
    [InlineData(0x40, "VIRTIO-CON-01")]
    public void After_an_error_a_device_may_mark_any_place_of_a_packed_queue(ulong at, string broken)
    {
        const VirtioFeatures Packed = Both | VirtioFeatures.RingPacked;
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(new Iova(VirtioLayout.AddressOf(4)), new ByteCount(4), DescriptorFlags.Write, 0);
        var marked = new WrittenRun(new Gpa(VirtioLayout.Base + at), new ByteCount(2), false);
        var kick = new VirtioOperation.Kick(false);
        var offer = new VirtioOperation.Offer(0, [buffer], []);
        Assert.Equal(
            broken.Length == 0 ? [] : [broken],
            Broken(
                Packed,
                [
                    .. Negotiation(Packed, Settled),
                    (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                    (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                    (offer, done),
                    (kick, Ran([], []) with { Faults = [buffer.At] }),
                    (kick, Ran([], [marked])),
                ]));
    }

    private static UsedEntry Entry(ulong length) => new(0, new ByteCount(length), false);

    private static WrittenRun Run(int page, ulong length) =>
        new(new Gpa(VirtioLayout.AddressOf(page)), new ByteCount(length), true);

    private static VirtioObservation.Ran Ran(ValueList<UsedEntry> used, ValueList<WrittenRun> written) =>
        new(used, written, used.Count > 0, Running, []);

    private static (VirtioOperation Operation, Observation Seen)[] Negotiation(
        VirtioFeatures accepted, VirtioStatus answer) =>
    [
        (new VirtioOperation.AcceptFeatures(accepted), VirtioObservation.Done.Instance),
        (new VirtioOperation.SetStatus(Found), new VirtioObservation.Status(Found)),
        (new VirtioOperation.SetStatus(Settled), new VirtioObservation.Status(answer)),
    ];

    // One buffer of four bytes at bus page 10, which is mapped to page 2; the rings are mapped to themselves.
    private static List<string> Kicked(VirtioFeatures features, VirtioObservation.Ran seen, Iova? at = null)
    {
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(at ?? Buffer, new ByteCount(4), DescriptorFlags.Write, 0);
        return Broken(
            features,
            [
                .. Negotiation(features, Settled),
                (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                (new VirtioOperation.Offer(0, [buffer], []), done),
                (new VirtioOperation.Kick(false), seen),
            ]);
    }

    private static List<string> Broken(
        VirtioFeatures offered, params ReadOnlySpan<(VirtioOperation Operation, Observation Seen)> steps)
    {
        var (referee, broken) = (new Referee(new VirtioArea()), new List<string>());
        referee.Start(new VirtioConfiguration(PlatformMode.Translating, true, offered, 4, VirtioDevice.Source));
        foreach (var (operation, seen) in steps)
        {
            Assert.True(referee.Applies(operation), $"{operation} applies");
            referee.Step(operation, seen);
            broken.AddRange(referee.Violations.Select(violation => violation.Requirement.Id));
        }

        return broken;
    }
}
