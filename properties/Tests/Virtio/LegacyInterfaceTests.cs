using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Virtio;

/// <summary>Drivers of legacy interfaces: no FEATURES_OK, physical addresses, no word of an error.</summary>
public sealed class LegacyInterfaceTests
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
    private const VirtioStatus Running = Found | VirtioStatus.DriverOk;
    private const VirtioFeatures Tables = VirtioFeatures.IndirectDescriptors;
    private static readonly VirtioObservation.Done Done = VirtioObservation.Done.Instance;

    [Theory]
    [InlineData(VirtioFeatures.None, true)]
    [InlineData(VirtioFeatures.IndirectDescriptors | VirtioFeatures.EventIndex, true)]
    [InlineData(VirtioFeatures.AccessPlatform, false)]
    [InlineData(VirtioFeatures.RingPacked, false)]
    [InlineData(VirtioFeatures.RingReset, false)]
    public void A_legacy_interface_offers_nothing_beyond_32_bits(VirtioFeatures offered, bool isPossible) =>
        Assert.Equal(isPossible, Configuration(offered).Problem() is null);

    [Fact]
    public void Its_driver_is_asked_for_nothing_before_it_sets_a_queue_up()
    {
        var referee = Started();
        Assert.False(referee.Applies(new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk)));
        Assert.False(referee.Applies(new VirtioOperation.AcceptFeatures(VirtioFeatures.AccessPlatform)));
        Assert.True(referee.Applies(new VirtioOperation.AcceptFeatures(Tables)));
        Play(referee, (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), Done));
        Assert.False(referee.Applies(new VirtioOperation.AcceptFeatures(Tables)));
    }

    [Fact]
    public void It_is_not_told_of_buffers_before_DRIVER_OK()
    {
        var referee = Started();
        Play(referee, (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), Done));
        Assert.False(referee.Applies(new VirtioOperation.Kick(false)));
        Play(referee, (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)));
        Assert.True(referee.Applies(new VirtioOperation.Kick(false)));
    }

    [Fact]
    public void Its_addresses_are_physical_whatever_the_tables_say()
    {
        Assert.Empty(Kicked(Ran([Entry(0)], [Run(10)]), Buffer(10)));
        Assert.Equal(["VIRTIO-ADR-02"], Kicked(Ran([Entry(0)], [Run(2)]), Buffer(10)));
    }

    [Fact]
    public void It_stops_at_an_error_and_cannot_say_so()
    {
        var loop = Buffer(10) with { Flags = DescriptorFlags.Write | DescriptorFlags.Next, Next = 0 };
        Assert.Empty(Kicked(Ran([], []), loop));
    }

    [Fact]
    public void After_a_reset_it_uses_no_queue_that_was_not_set_up_again()
    {
        var referee = Ready(Buffer(10));
        Play(
            referee, (new VirtioOperation.ResetDevice(), new VirtioObservation.Status(VirtioStatus.None)),
            (new VirtioOperation.SetStatus(Found), new VirtioObservation.Status(Found)),
            (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)));
        referee.Step(new VirtioOperation.Kick(false), Ran([Entry(0)], [Run(10)]));
        Assert.Equal("VIRTIO-STA-03", Assert.Single(referee.Violations).Requirement.Id);
    }

    private static VirtioConfiguration Configuration(VirtioFeatures offered) =>
        new(PlatformMode.Translating, true, offered, 4, VirtioDevice.Source);

    private static Descriptor Buffer(int page) =>
        new(new Iova(VirtioLayout.AddressOf(page)), new ByteCount(4), DescriptorFlags.Write, 0);

    private static UsedEntry Entry(int head) => new(head, new ByteCount(4), false);

    private static WrittenRun Run(int page) => new(new Gpa(VirtioLayout.AddressOf(page)), new ByteCount(4), true);

    private static VirtioObservation.Ran Ran(ValueList<UsedEntry> used, ValueList<WrittenRun> written) =>
        new(used, written, used.Count > 0, Running, []);

    private static Referee Started()
    {
        var referee = new Referee(new VirtioArea());
        referee.Start(Configuration(Tables));
        Play(referee, (new VirtioOperation.SetStatus(Found), new VirtioObservation.Status(Found)));
        return referee;
    }

    private static Referee Ready(Descriptor buffer)
    {
        var referee = Started();
        Play(
            referee, (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), Done),
            (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
            (new VirtioOperation.Offer(0, [buffer], []), Done));
        return referee;
    }

    private static List<string> Kicked(VirtioObservation.Ran seen, Descriptor buffer)
    {
        var referee = Ready(buffer);
        Assert.True(referee.Applies(new VirtioOperation.Kick(false)));
        referee.Step(new VirtioOperation.Kick(false), seen);
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }

    private static void Play(
        Referee referee, params ReadOnlySpan<(VirtioOperation Operation, Observation Seen)> steps)
    {
        foreach (var (operation, seen) in steps)
        {
            Assert.True(referee.Applies(operation), $"{operation} applies");
            referee.Step(operation, seen);
            Assert.Empty(referee.Violations);
        }
    }
}
