using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Engine;
using IoSpec.Suite;
using IoSpec.Suite.Iommu;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Suite;

public sealed class AreaSpecTests
{
    private static readonly CampaignSettings Some = new() { Cases = 200 };

    [Fact]
    public void A_broken_requirement_throws_the_shortest_sequence_that_shows_it()
    {
        var spec = new WritesNothing(new SpecCampaign(Some));
        var exception = Assert.Throws<RequirementFailedException>(() => spec.Holds("IOMMU-MAP-01"));
        var lines = exception.Message.Split('\n');
        Assert.StartsWith("FAIL  IOMMU-MAP-01  An access to a mapped page", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("  >", StringComparison.Ordinal) && line.Contains("blocked"));
        Assert.Contains(lines, line => line.StartsWith("  expected  lands at 0x", StringComparison.Ordinal));
        Assert.Contains($"  source    {IommuRequirements.Map01.Source}", lines, StringComparer.Ordinal);
    }

    [Fact]
    public void The_scenario_that_it_names_is_there_and_can_be_replayed()
    {
        var spec = new WritesNothing(new SpecCampaign(Some));
        var message = Assert.Throws<RequirementFailedException>(() => spec.Holds("IOMMU-MAP-01")).Message;
        var path = message.Split('\n').Single(line => line.Contains("iospec replay")).Split(' ')[^3];
        var area = AreaCatalogue.Find("iommu")!;
        var scenario = ScenarioFormat.Read(File.ReadAllText(path), path, _ => area.Types);
        Assert.Null(area.ProblemOf(scenario.Configuration));
        var source = new TargetSource("", false, () => new Deaf());
        using var bench = new TestBench(area, source, new WorkerCommand("", []));
        Assert.NotNull(TestBench.Shown(scenario, bench.Run(scenario)));
    }

    [Fact]
    public void What_holds_passes_although_something_else_is_broken() =>
        new WritesNothing(new SpecCampaign(Some)).Holds("IOMMU-MAP-02");

    [Fact]
    public void What_was_never_put_to_the_test_fails()
    {
        var spec = new OptimizedIommuSpec(new SpecCampaign(Some with { Cases = 1 }));
        var exception = Assert.Throws<RequirementFailedException>(() => spec.Holds("IOMMU-RST-01"));
        Assert.StartsWith("UNTESTED  IOMMU-RST-01", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_target_says_it_lacks_is_skipped_with_its_reason()
    {
        var spec = new Declared(new SpecCampaign(Some));
        var exception = Assert.Throws<SkipException>(() => spec.Holds("IOMMU-PAS-01"));
        Assert.Equal("N/A: no PASID here", exception.Message);
        spec.Holds("IOMMU-MAP-01");
    }

    [Fact]
    public void The_campaign_of_a_class_runs_once()
    {
        var campaign = new SpecCampaign(Some with { Cases = 8 });
        Counting.Opened = 0;
        foreach (var requirement in IommuRequirements.Table.All)
            Record.Exception(() => new Counting(campaign).Holds(requirement.Id));
        Assert.Equal(1, Counting.Opened);
    }

    [Fact]
    public void A_target_that_cannot_be_made_fails_every_test()
    {
        var campaign = new SpecCampaign(Some);
        foreach (var id in (string[])["IOMMU-MAP-01", "IOMMU-MAP-02"])
        {
            var exception = Record.Exception(() => new Unmade(campaign).Holds(id));
            Assert.Contains("not today", exception!.Message, StringComparison.Ordinal);
        }
    }

    // Only public classes are tests, so these are none.
    private sealed class WritesNothing(SpecCampaign campaign) : IommuSpec(campaign)
    {
        protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() => new Deaf();
    }

    private sealed class Declared(SpecCampaign campaign) : IommuSpec(campaign)
    {
        protected override Capabilities Capabilities => IommuSamples.Capabilities with
        {
            Traits = IommuSamples.Traits with { Features = IommuFeatures.None },
            Absent = [new MissingFeature(IommuFeatures.Pasid, "no PASID here")],
        };

        protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() => new OptimizedIommu();
    }

    private sealed class Counting(SpecCampaign campaign) : IommuSpec(campaign)
    {
        public static int Opened { get; set; }

        protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget()
        {
            Opened++;
            return new OptimizedIommu();
        }
    }

    private sealed class Unmade(SpecCampaign campaign) : IommuSpec(campaign)
    {
        protected override ITarget<IommuConfiguration, IommuOperation> CreateTarget() =>
            throw new TargetUnavailableException("not today");
    }

    // Blocks every write that would land.
    private sealed class Deaf : ITarget<IommuConfiguration, IommuOperation>
    {
        private readonly OptimizedIommu _inner = new();

        public TargetIdentity Identity => new("deaf", "");

        public void Reset(IommuConfiguration configuration) => _inner.Reset(configuration);

        public Observation Apply(IommuOperation operation)
        {
            var seen = _inner.Apply(operation);
            if (operation is not IommuOperation.Dma { Kind: DmaKind.Write }) return seen;
            if (seen is not IommuObservation.Transferred transferred) return seen;
            var pieces = transferred.Pieces.Select(p => p with { Outcome = PieceOutcome.Blocked, At = default });
            return new IommuObservation.Transferred([.. pieces]);
        }
    }
}
