using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Core.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;
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

    [Theory]
    [InlineData(VirtioFeatures.Version1)]
    [InlineData(VirtioFeatures.AccessPlatform)]
    [InlineData(VirtioFeatures.None)]
    public void A_device_may_fail_to_operate_where_its_driver_leaves_out_a_feature(VirtioFeatures accepted)
    {
        Assert.Empty(Kicked(Both, Ran([], []), accepted: accepted));
        Assert.Equal(["VIRTIO-CON-01"], Kicked(Both, Ran([], [Run(4, 4)]), accepted: accepted));
        Assert.Equal(["VIRTIO-USE-02"], Kicked(Both, Ran([], []) with { Faults = [Buffer] }, accepted: accepted));
    }

    [Fact]
    public void A_device_that_has_operated_goes_on_whatever_its_driver_has_left_out()
    {
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(Buffer, new ByteCount(4), DescriptorFlags.Write, 0);
        Assert.Equal(
            ["VIRTIO-USE-02"],
            Broken(
                Both,
                [
                    .. Negotiation(VirtioFeatures.Version1, Settled),
                    (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                    (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                    (new VirtioOperation.Offer(0, [buffer], []), done),
                    (new VirtioOperation.Kick(false), Ran([Entry(4)], [Run(10, 4)])),
                    (new VirtioOperation.Offer(1, [buffer], []), done),
                    (new VirtioOperation.Kick(false), Ran([], [])),
                ]));
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
        Assert.Empty(Kicked(Both, Ran([], []) with { Faults = null }, nowhere, records: false));
        Assert.Empty(Kicked(Both, Ran([Entry(4)], [Run(2, 4)]) with { Faults = null }, records: false));
        Assert.Equal(
            ["VIRTIO-CON-01"], Kicked(Both, Ran([Entry(4)], [Run(4, 4)]) with { Faults = null }, records: false));
    }

    [Fact]
    public void Whether_there_are_records_is_declared_and_not_left_to_a_kick()
    {
        Assert.Equal(["VIRTIO-LIVE-01"], Kicked(Both, Ran([Entry(4)], [Run(2, 4)]) with { Faults = null }));
        Assert.Equal(["VIRTIO-LIVE-01"], Kicked(Both, Ran([Entry(4)], [Run(2, 4)]), records: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_answers_has_records_where_they_are_declared(bool records)
    {
        var target = new OptimizedVirtio();
        var reference = new VirtioReference(VirtioRules.Standard);
        var configuration = new VirtioConfiguration(
            PlatformMode.Translating, true, Both, 4, VirtioDevice.Source, records);
        target.Reset(configuration);
        reference.Reset(configuration);
        var kick = new VirtioOperation.Kick(false);
        Assert.Equal(records, ((VirtioObservation.Ran)target.Apply(kick)).Faults is not null);
        Assert.Equal(records, ((VirtioObservation.Ran)reference.Apply(kick)).Faults is not null);
    }

    [Theory]
    [InlineData(0x8, 2, "")]
    [InlineData(0x1e, 2, "")]
    [InlineData(0x18, 8, "")]
    [InlineData(0x0, 2, "VIRTIO-CON-01")]
    [InlineData(0x6, 4, "VIRTIO-CON-01")]
    [InlineData(0x17, 1, "VIRTIO-CON-01")]
    [InlineData(0x1c, 8, "VIRTIO-CON-01")]
    [InlineData(0x48, 2, "VIRTIO-CON-01")]
    public void A_device_that_owes_what_is_used_may_mark_any_place_of_a_packed_queue(
        ulong at, ulong length, string broken) => Assert.Equal(
            broken.Length == 0 ? [] : [broken], AfterBlocked(Ran([], []), at, length));

    [Fact]
    public void Blocked_data_alone_is_no_reason_to_mark_another_place() => Assert.Equal(
        ["VIRTIO-CON-01"], AfterBlocked(Ran([new UsedEntry(0, default, false)], []), 0x18, 2));

    [Theory]
    [InlineData(0x18, "")]
    [InlineData(0x10, "VIRTIO-CON-01")]
    public void Behind_a_wrong_chain_of_a_packed_queue_a_device_may_use_any_place(ulong at, string broken)
    {
        const VirtioFeatures Tables = Both | VirtioFeatures.RingPacked | VirtioFeatures.IndirectDescriptors;
        var done = VirtioObservation.Done.Instance;
        var table = new Descriptor(
            new Iova(VirtioLayout.AddressOf(VirtioLayout.TablePage + VirtioLayout.Shift)), new ByteCount(16),
            DescriptorFlags.Indirect | DescriptorFlags.Next, 0);
        var buffer = new Descriptor(Buffer, new ByteCount(4), DescriptorFlags.Write, 0);
        var marked = new WrittenRun(new Gpa(VirtioLayout.Base + at), new ByteCount(8), false);
        Assert.Equal(
            broken.Length == 0 ? [] : [broken],
            Broken(
                Tables,
                [
                    .. Negotiation(Tables, Settled),
                    (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                    (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                    (new VirtioOperation.Offer(0, [table], [buffer]), done),
                    (new VirtioOperation.Offer(1, [buffer], []), done),
                    (new VirtioOperation.Kick(false),
                        Ran([new UsedEntry(1, new ByteCount(4), true)], [marked, Run(2, 4)])),
                ]));
    }

    [Fact]
    public void A_device_without_a_status_that_drops_a_wrong_chain_may_use_any_place_from_then_on()
    {
        const VirtioFeatures Packed = Both | VirtioFeatures.RingPacked;
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(Buffer, new ByteCount(4), DescriptorFlags.Write, 0);
        var late = buffer with { Flags = DescriptorFlags.None };
        var marked = new WrittenRun(new Gpa(VirtioLayout.Base + 0x28), new ByteCount(8), false);
        var kick = new VirtioOperation.Kick(false);
        Assert.Empty(Broken(
            Packed,
            [
                .. Negotiation(Packed, Settled),
                (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                (new VirtioOperation.Offer(0, [buffer with { Flags = buffer.Flags | DescriptorFlags.Next }, late], []),
                    done),
                (kick, Ran([], [])),
                (new VirtioOperation.Offer(1, [buffer], []), done),
                (kick, Ran([], [marked, Run(2, 4)])),
            ],
            hasStatus: false));
    }

    [Fact]
    public void A_device_that_insists_on_less_is_judged_on() => Assert.Equal(
        ["VIRTIO-USE-01"], Kicked(Both, Ran([Entry(4)], [Run(10, 1)]), accepted: VirtioFeatures.Version1));

    [Fact]
    public void A_device_sets_no_bit_of_the_status_by_itself() => Assert.Equal(
        ["VIRTIO-STA-01"], Broken(VirtioFeatures.Version1, Negotiation(Both, Found | VirtioStatus.DriverOk)));

    [Theory]
    [InlineData(Found)]
    [InlineData(Found | VirtioStatus.DriverOk)]
    public void Of_a_driver_that_is_refused_again_DRIVER_OK_may_be_taken_or_not(VirtioStatus answer) => Assert.Empty(
        Broken(
            VirtioFeatures.Version1,
            [
                .. Negotiation(Both, Found),
                (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(answer)),
            ]));

    // A buffer that is mapped nowhere; then a mark in the queue that is none of what the driver sees.
    private static List<string> AfterBlocked(VirtioObservation.Ran first, ulong at, ulong length)
    {
        const VirtioFeatures Packed = Both | VirtioFeatures.RingPacked;
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(new Iova(VirtioLayout.AddressOf(4)), new ByteCount(4), DescriptorFlags.Write, 0);
        var marked = new WrittenRun(new Gpa(VirtioLayout.Base + at), new ByteCount(length), false);
        var kick = new VirtioOperation.Kick(false);
        return Broken(
            Packed,
            [
                .. Negotiation(Packed, Settled),
                (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                (new VirtioOperation.Offer(0, [buffer], []), done),
                (kick, first with { Faults = [buffer.At] }),
                (kick, Ran([], [marked])),
            ]);
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
    private static List<string> Kicked(
        VirtioFeatures features, VirtioObservation.Ran seen, Iova? at = null,
        bool records = true, VirtioFeatures? accepted = null)
    {
        var done = VirtioObservation.Done.Instance;
        var buffer = new Descriptor(at ?? Buffer, new ByteCount(4), DescriptorFlags.Write, 0);
        return Broken(
            features,
            [
                .. Negotiation(accepted ?? features, Settled),
                (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), done),
                (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
                (new VirtioOperation.Offer(0, [buffer], []), done),
                (new VirtioOperation.Kick(false), seen),
            ],
            records);
    }

    private static List<string> Broken(
        VirtioFeatures offered, ReadOnlySpan<(VirtioOperation Operation, Observation Seen)> steps,
        bool records = true, bool hasStatus = true)
    {
        var (referee, broken) = (new Referee(new VirtioArea()), new List<string>());
        referee.Start(new VirtioConfiguration(
            PlatformMode.Translating, true, offered, 4, VirtioDevice.Source, records, hasStatus));
        foreach (var (operation, seen) in steps)
        {
            Assert.True(referee.Applies(operation), $"{operation} applies");
            referee.Step(operation, seen);
            broken.AddRange(referee.Violations.Select(violation => violation.Requirement.Id));
        }

        return broken;
    }
}
