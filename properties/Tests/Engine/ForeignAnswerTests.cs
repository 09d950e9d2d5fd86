using IoSpec.Areas;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>What is an answer in another area is none here: the target is lost, and the suite goes on.</summary>
public sealed class ForeignAnswerTests
{
    private static readonly IommuOperation[] Two = [new IommuOperation.ReadFaults(), new IommuOperation.ReadFaults()];

    [Fact]
    public void An_observation_of_another_area_is_garbage()
    {
        var seen = new IommuArea().Play(new Stranger()).Apply(Two[0]);
        var lost = Assert.IsType<Lost>(seen);
        Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.StartsWith("what no target of the area answers: Done", lost.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void One_among_several_is_garbage_too()
    {
        var seen = new Observation[Two.Length];
        Assert.Equal(Loss.Garbage, new IommuArea().Play(new Stranger()).ApplyAll(Two, seen)?.Kind);
    }

    [Fact]
    public void What_a_part_of_a_host_answers_instead_of_it_can_be_written_down()
    {
        var mutant = MutantCatalogue.All.Single(mutant => mutant.Id == "host-failed-function-not-reset");
        var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
        var area = AreaCatalogue.Find(mutant.Area)!;
        var settings = new CampaignSettings { Seed = 1, Cases = 1024, ShrinkEvaluations = 64 };
        var failures = new Campaign(area, settings, null).RunHere(source).Failures;
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.NotEmpty(WorkerFailure.Of(area, failure).Scenario));
    }

    private sealed class Stranger : ITarget<IommuConfiguration, IommuOperation>
    {
        public TargetIdentity Identity => new("stranger", "1");

        public Capabilities? Capabilities => null;

        public void Reset(IommuConfiguration configuration)
        {
        }

        public Observation Apply(IommuOperation operation) => HostObservation.Done.Instance;
    }
}
