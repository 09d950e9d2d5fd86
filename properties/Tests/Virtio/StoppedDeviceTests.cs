using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Core.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;
using Xunit;

namespace IoSpec.Tests.Virtio;

/// <summary>A device that cannot go on says so where it has a status; where it has none nobody hears of it.</summary>
public sealed class StoppedDeviceTests
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
    private const VirtioStatus Settled = Found | VirtioStatus.FeaturesOk;
    private const VirtioStatus Running = Settled | VirtioStatus.DriverOk;

    // What may be read comes after what may be written: no chain is so.
    private static readonly VirtioOperation.Offer Wrong = new(
        0, [Part(2, DescriptorFlags.Write | DescriptorFlags.Next), Part(3, DescriptorFlags.None)], []);

    private static readonly VirtioOperation.Offer Right = new(2, [Part(2, DescriptorFlags.Write)], []);

    [Theory]
    [InlineData(true, "VIRTIO-ERR-01")]
    [InlineData(false, "")]
    public void Silence_is_accused_where_there_is_a_status_to_say_it_by(bool hasStatus, string broken)
    {
        var referee = Started(hasStatus);
        Assert.Equal(broken, string.Join(' ', Step(referee, Wrong, Done).Concat(Kicked(referee, Running))));
        Assert.Empty(Step(referee, Right, Done).Concat(Kicked(referee, Running)));
    }

    [Fact]
    public void A_front_end_may_say_it_instead()
    {
        var referee = Started(hasStatus: false);
        Assert.Empty(Step(referee, Wrong, Done).Concat(Kicked(referee, Running | VirtioStatus.NeedsReset)));
    }

    [Fact]
    public void A_buffer_that_is_right_is_owed_whoever_keeps_the_status()
    {
        var referee = Started(hasStatus: false);
        Assert.Equal(
            ["VIRTIO-USE-02"], Step(referee, Right, Done).Concat(Kicked(referee, Running)), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_answers_says_it_by_a_status_of_its_own_only(bool hasStatus)
    {
        foreach (var target in (ITarget<VirtioConfiguration, VirtioOperation>[])
            [new OptimizedVirtio(), new VirtioReference(VirtioRules.Standard)])
        {
            target.Reset(Configuration(hasStatus));
            foreach (var (operation, _) in Start) target.Apply(operation);
            target.Apply(Wrong);
            var seen = (VirtioObservation.Ran)target.Apply(new VirtioOperation.Kick(false));
            Assert.Equal(hasStatus, (seen.Value & VirtioStatus.NeedsReset) != 0);
        }
    }

    [Fact]
    public void Features_are_settled_before_a_queue_is_set_up()
    {
        var referee = new Referee(new VirtioArea());
        referee.Start(Configuration(hasStatus: true));
        var accept = new VirtioOperation.AcceptFeatures(VirtioFeatures.Version1 | VirtioFeatures.RingReset);
        Step(referee, accept, Done);
        Step(referee, new VirtioOperation.SetStatus(Found), new VirtioObservation.Status(Found));
        Step(referee, new VirtioOperation.SetStatus(Settled), new VirtioObservation.Status(Found));
        Assert.True(referee.Applies(accept));
        Step(referee, new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), Done);
        Assert.False(referee.Applies(accept));
    }

    private static VirtioObservation.Done Done => VirtioObservation.Done.Instance;

    private static (VirtioOperation Operation, Observation Seen)[] Start =>
    [
        (new VirtioOperation.AcceptFeatures(VirtioFeatures.Version1), Done),
        (new VirtioOperation.SetStatus(Found), new VirtioObservation.Status(Found)),
        (new VirtioOperation.SetStatus(Settled), new VirtioObservation.Status(Settled)),
        (new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)), Done),
        (new VirtioOperation.SetStatus(Running), new VirtioObservation.Status(Running)),
    ];

    private static Descriptor Part(int page, DescriptorFlags flags) => new(
        new Iova(VirtioLayout.AddressOf(page)), new ByteCount(4), flags, page - 1);

    private static VirtioConfiguration Configuration(bool hasStatus) => new(
        PlatformMode.None, false, VirtioFeatures.Version1, 4, VirtioDevice.Source, KeepsRecords: false, hasStatus);

    private static Referee Started(bool hasStatus)
    {
        var referee = new Referee(new VirtioArea());
        referee.Start(Configuration(hasStatus));
        foreach (var (operation, seen) in Start) Assert.Empty(Step(referee, operation, seen));
        return referee;
    }

    private static List<string> Kicked(Referee referee, VirtioStatus status) => Step(
        referee, new VirtioOperation.Kick(false), new VirtioObservation.Ran([], [], false, status, null));

    private static List<string> Step(Referee referee, VirtioOperation operation, Observation seen)
    {
        Assert.True(referee.Applies(operation), $"{operation} applies");
        referee.Step(operation, seen);
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
