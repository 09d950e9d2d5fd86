using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.VhostUser.FrontEnd;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>A back end at its socket is judged as a virtio device.</summary>
public sealed class VhostUserVirtioTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-vhost-");

    private string Socket => Path.Combine(_folder.FullName, "s");

    [Fact]
    public void A_source_that_does_what_it_has_to_is_not_accused()
    {
        var result = Run(SourceFault.None, cases: 48);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal(48ul, result.Evidence.CasesRun);
        Assert.True(result.Evidence.Hits[VirtioRequirements.Use02.Index] > 48);
    }

    [Theory]
    [InlineData(SourceFault.WritesBehind, "VIRTIO-CON-01")]
    [InlineData(SourceFault.TellsTooMuch, "VIRTIO-USE-01")]
    [InlineData(SourceFault.NeverCalls, "VIRTIO-NOT-01")]
    [InlineData(SourceFault.KnowsOneRegion, "VIRTIO-USE-02")]
    [InlineData(SourceFault.GivesUp, "VIRTIO-USE-02")]
    public void What_it_does_wrong_is_found(SourceFault fault, string requirement)
    {
        var failures = Run(fault, cases: 24).Failures;
        Assert.Contains(
            requirement, failures.Select(failure => failure.Signature.Requirement), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(SourceFault.None, 0)]
    [InlineData(SourceFault.GoesOn, 1)]
    public void A_back_end_that_goes_on_with_a_ring_that_was_stopped_is_seen(SourceFault fault, int expected)
    {
        using var source = new TestSource(Socket, fault);
        using var target = Open();
        target.Reset(((VirtioCapabilities)target.Capabilities).Configurations.First(one => one.Size == 8));
        foreach (var operation in ToTheFirstBuffer()) target.Apply(operation);
        target.Apply(new VirtioOperation.Kick(false));
        target.Apply(new VirtioOperation.ResetDevice());
        target.Apply(Second);
        var seen = (VirtioObservation.Ran)target.Apply(new VirtioOperation.Kick(false));
        Assert.Equal(expected, seen.Used.Count);
    }

    [Theory]
    [InlineData(SourceFault.Ends, Loss.Crashed)]
    [InlineData(SourceFault.Hangs, Loss.Hung)]
    public void A_back_end_that_is_lost_is_lost_where_it_was_told_of_a_buffer(SourceFault fault, Loss expected)
    {
        using var source = new TestSource(Socket, fault);
        using var target = Open();
        target.Reset(((VirtioCapabilities)target.Capabilities).Configurations.First(one => one.Size == 8));
        foreach (var operation in ToTheFirstBuffer()) target.Apply(operation);
        var lost = Assert.Throws<TargetLostException>(() => target.Apply(new VirtioOperation.Kick(false)));
        Assert.Equal(expected, lost.Kind);
    }

    [Fact]
    public void A_back_end_that_answers_something_else_is_no_target()
    {
        using var source = new TestSource(Socket, SourceFault.AnswersElse);
        var refused = Assert.Throws<TargetUnavailableException>(Open);
        Assert.Contains("GetFeatures", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_listens_there_is_no_target() => Assert.Throws<TargetUnavailableException>(Open);

    [Fact]
    public void The_status_is_not_the_back_end_s()
    {
        using var source = new TestSource(Socket, SourceFault.None);
        using var target = Open();
        var area = new VirtioArea();
        Assert.Equal(
            NotApplicableKind.Unreachable, area.Excludes(VirtioRequirements.Err01, target.Capabilities)?.Kind);
        Assert.Null(area.Excludes(VirtioRequirements.Sta03, target.Capabilities));
        Assert.Null(area.Excludes(VirtioRequirements.Con01, target.Capabilities));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static VirtioOperation.Offer Second { get; } = Buffer(head: 1);

    private static VirtioOperation.Offer Buffer(int head) =>
        new(head, [new(new Iova(VirtioLayout.AddressOf(2)), new ByteCount(16), DescriptorFlags.Write, 0)], []);

    private static IEnumerable<VirtioOperation> ToTheFirstBuffer()
    {
        const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
        yield return new VirtioOperation.AcceptFeatures(VirtioFeatures.Version1);
        yield return new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk);
        yield return new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base));
        yield return new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk | VirtioStatus.DriverOk);
        yield return Buffer(head: 0);
    }

    private CampaignResult Run(SourceFault fault, long cases)
    {
        using var source = new TestSource(Socket, fault);
        var settings = new CampaignSettings { Seed = 5, Cases = cases, ShrinkEvaluations = 8 };
        return new Campaign(new VirtioArea(), settings, null)
            .RunHere(new TargetSource("vhost-user", NeedsWorker: false, Open));
    }

    private VhostUserVirtio Open() => new(
        new BackEndProgram(Socket, program: null),
        new BackEndTraits(new TargetIdentity("source", "1"), VirtioDevice.Source, Limit, IsWhole: false));
}
