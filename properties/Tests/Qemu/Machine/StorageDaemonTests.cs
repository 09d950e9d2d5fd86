using IoSpec.Areas;
using IoSpec.Areas.Dirty;
using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Qemu.Exports;
using IoSpec.Qemu.Link;
using IoSpec.Targets;
using IoSpec.Tests.Support;
using IoSpec.VhostUser.FrontEnd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The vhost-user disk of QEMU's storage daemon, and the log of what it writes.</summary>
[Collection(QemuCollection.Name)]
public sealed class StorageDaemonTests
{
    private const string Connection = "qemu:storage-daemon";
    private const string Variable = "IOSPEC_REQUIRE_QEMU";
    private static readonly VirtioArea Area = new();

    private static readonly WaiverBook Waivers = new(WaiverFormat.Read(
        KnownWaivers.Read(), KnownWaivers.FileName, id => AreaCatalogue.FindRequirement(id) is not null));

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("several")]
    [InlineData("one")]
    public void Nothing_but_what_is_known_is_found(string regions)
    {
        var open = Open(("regions", regions));
        var settings = new CampaignSettings { Seed = 3, Cases = 160, ShrinkEvaluations = 40 };
        var result = new Campaign(Area, settings, null).RunHere(new TargetSource(Connection, NeedsWorker: true, open));
        Assert.Equal(160ul, result.Evidence.CasesRun);
        var waived = new WaivedTarget(Connection, result.Target.Version, IsProduct: true);
        Findings.None(
            from failure in result.Failures
            where FailureVerdict.Of(Area, failure, Waivers, waived).Verdict.Accuses()
            select $"{failure.Signature}");
        Findings.None(
            from requirement in Area.Requirements.All
            where requirement.Level == Level.Must && Area.Excludes(requirement, result.Capabilities) is null
            where result.Evidence.Hits[requirement.Index] == 0
            select $"{requirement.Id}: {requirement.Statement}");
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void All_that_the_disk_writes_is_marked()
    {
        var area = new DirtyArea();
        var open = StorageDaemonTarget.Dirty(Options());
        var settings = new CampaignSettings { Seed = 3, Cases = 1000, ShrinkEvaluations = 40 };
        var result = new Campaign(area, settings, null).RunHere(new TargetSource(Connection, NeedsWorker: true, open));
        Assert.Equal(1000ul, result.Evidence.CasesRun);
        Findings.None(result.Failures.Select(failure => $"{failure.Signature}"));
        Findings.None(
            from requirement in area.Requirements.All
            where requirement.Level == Level.Must && area.Excludes(requirement, result.Capabilities) is null
            where result.Evidence.Hits[requirement.Index] == 0
            select $"{requirement.Id}: {requirement.Statement}");
    }

    [SkippableFact]
    public void A_disk_is_read_across_regions()
    {
        using var target = Open(("regions", "several"))();
        var own = (VirtioCapabilities)target.Capabilities;
        target.Reset(own.Configurations.First(one => one is { Size: 32, Offered: VirtioFeatures.Version1 }));
        const VirtioStatus Ready = VirtioStatus.Acknowledge | VirtioStatus.Driver | VirtioStatus.FeaturesOk;
        target.Apply(new VirtioOperation.AcceptFeatures(VirtioFeatures.Version1));
        target.Apply(new VirtioOperation.SetStatus(Ready));
        target.Apply(new VirtioOperation.SetUpQueue(new Iova(VirtioLayout.Base)));
        target.Apply(new VirtioOperation.SetStatus(Ready | VirtioStatus.DriverOk));
        var data = new Iova(VirtioLayout.AddressOf(4) - 256);
        target.Apply(new VirtioOperation.Offer(
            0,
            [
                new(new Iova(VirtioLayout.AddressOf(2)), new ByteCount(16), DescriptorFlags.Next, 1),
                new(data, new ByteCount(512), DescriptorFlags.Next | DescriptorFlags.Write, 2),
                new(new Iova(VirtioLayout.AddressOf(5)), new ByteCount(1), DescriptorFlags.Write, 0),
            ],
            []));
        var seen = (VirtioObservation.Ran)target.Apply(new VirtioOperation.Kick(false));
        Assert.Equal([new UsedEntry(0, new ByteCount(513), IsMarked: false)], seen.Used);
        Assert.Equal([new WrittenRun(new Gpa(data.Value), new ByteCount(512), IsData: true)], seen.Written);
    }

    [Fact]
    public void A_program_that_is_not_there_is_told() => Assert.Contains(
        "is not installed",
        Assert.Throws<TargetUnavailableException>(
            StorageDaemonTarget.From([new("bin", "/nowhere/daemon")])).Message,
        StringComparison.Ordinal);

    private static Func<VhostUserVirtio> Open(params (string Name, string Value)[] options) =>
        StorageDaemonTarget.From(Options(options));

    private static IEnumerable<KeyValuePair<string, string>> Options(params (string Name, string Value)[] options)
    {
        if (ProgramSearch.Find("qemu-storage-daemon") is null)
        {
            Assert.False(
                Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable}=1, but the program is missing");
            Skip.If(true, "qemu-storage-daemon is missing");
        }

        return options.Select(option => KeyValuePair.Create(option.Name, option.Value));
    }
}
