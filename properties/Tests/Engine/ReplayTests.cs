using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>What of a corpus is replayed on a target that says what it can do.</summary>
public sealed class ReplayTests
{
    private static readonly Area Dma = AreaCatalogue.Find("dma")!;

    [Fact]
    public void Only_what_the_target_can_have_is_replayed_and_the_rest_is_counted()
    {
        var (one, other) = (Drawn(0), Drawn(8));
        Assert.NotEqual(one.Configuration, other.Configuration);
        var capabilities = new DmaCapabilities((DmaConfiguration)one.Configuration);
        var planner = new Planner(Dma, capabilities, new Draws(1) { Corpus = [one, other] });
        var target = TargetCatalogue.Find("optimized").For(Dma.Types)!.Open();
        var runner = new CaseRunner(Dma, Dma.Play(target), planner, NoHeartbeat.Instance);
        var evidence = new Evidence(Dma.Requirements.All.Count, Dma.Coverpoints.All.Count);
        var failures = new FailureSet();
        runner.Run(-2, evidence, failures);
        Assert.Equal((1ul, 0ul), (evidence.CasesRun, evidence.NotReplayed));
        runner.Run(-1, evidence, failures);
        Assert.Equal((1ul, 1ul), (evidence.CasesRun, evidence.NotReplayed));
    }

    [Fact]
    public void A_unit_of_a_format_that_the_target_has_can_be_had()
    {
        var area = AreaCatalogue.Find("walk")!;
        var formats = Enum.GetValues<UnitFormat>();
        foreach (var format in formats)
        {
            var of = new WalkCapabilities.OfFormats([format]);
            for (var seed = 5000ul; seed < 5020; seed++)
            {
                var configuration = area.Configure(seed, 50, of);
                Assert.True(new PossibleConfigurations(area, of).Has(configuration));
                foreach (var other in formats.Where(other => other != format))
                {
                    var without = new WalkCapabilities.OfFormats([other]);
                    Assert.False(new PossibleConfigurations(area, without).Has(configuration));
                }
            }
        }
    }

    [Fact]
    public void Operations_that_are_left_out_are_counted()
    {
        var drawn = Drawn(3);
        var kind = Printer.KindOf(drawn.Operations[0]);
        var draws = new Draws(1)
        {
            Corpus = [drawn],
            Without = new HashSet<string>(StringComparer.Ordinal) { kind },
        };
        var (planner, plan) = (new Planner(Dma, null, draws), new CaseSteps());
        planner.Plan(-1, plan);
        Assert.DoesNotContain(plan.Operations(plan.Count), operation => Printer.KindOf(operation) == kind);
        Assert.Equal(drawn.Operations.Count, plan.Count + (int)planner.Dropped);
        Assert.True(planner.Dropped > 0);
    }

    private static SampleCase Drawn(long index) => SampleCase.Of(Dma, null, 1, index);
}
