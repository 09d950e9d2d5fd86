using IoSpec.Areas;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Mutants;
using IoSpec.Reference.Walk;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Recording;

/// <summary>
/// Whose fault a failure is: the driver's, which is the suite's, or that of the implementation below.
/// </summary>
public sealed class SecondJudgeTests
{
    private const int Cases = 150;

    private static readonly Area Area = new IommuArea();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_driver_that_follows_the_specification_fails_on_no_unit_that_does(bool prefersFormer) =>
        Findings.None(Failures(() => Unit(prefersFormer), _ => false).Select(failure =>
            $"{failure.Signature}: {failure.Violation.Allowed}, not {failure.Violation.Seen}\n"
            + string.Join('\n', failure.Operations.Select(Printer.Line))));

    [Fact]
    public void A_fault_of_the_driver_is_an_error_of_the_suite()
    {
        var failures = Failures(
            () => Unit(prefersFormer: true),
            operation => operation is IommuOperation.Invalidate { Scope: InvalidationScope.OfDomain });
        Assert.NotEmpty(failures);
        Assert.All(failures, failure =>
        {
            Assert.Equal(Verdict.Error, FailureVerdict.RawOf(Area, failure));
            Assert.False(failure.SecondOpinion!.Agrees);
            Assert.Equal("", failure.SecondOpinion.Doubt);
            Assert.StartsWith("walk finds nothing wrong", failure.SecondOpinion.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("vtd-domain-invalidation-compares-low-bits")]
    [InlineData("vtd-page-invalidation-stops-short")]
    [InlineData("vtd-superpage-offset-of-small-page")]
    [InlineData("vtd-leaf-rights-only")]
    public void A_fault_of_the_implementation_stays_its_fault(string mutant)
    {
        var unit = MutantCatalogue.All.Single(known => known.Id == mutant);
        var failures = Failures(() => (ITarget<WalkConfiguration, WalkOperation>)unit.Open(), _ => false);
        Assert.NotEmpty(failures);
        Assert.All(failures, failure =>
        {
            Assert.Equal(Verdict.Fail, FailureVerdict.RawOf(Area, failure));
            Assert.True(failure.SecondOpinion!.Agrees, failure.SecondOpinion.ToString());
            Assert.All(failure.SecondOpinion.Violated, id => Assert.StartsWith("WALK-", id, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void What_the_second_judge_was_shown_is_a_scenario_of_its_area()
    {
        var unit = MutantCatalogue.All.Single(known => known.Id == "vtd-leaf-rights-only");
        var second = Failures(() => (ITarget<WalkConfiguration, WalkOperation>)unit.Open(), _ => false)[0]
            .SecondOpinion!;
        var scenario = ScenarioFormat.Read(second.Scenario, "record", id => AreaCatalogue.Find(id)?.Types);
        Assert.Equal("walk", scenario.Area);
        Assert.Equal(scenario.Operations.Count, scenario.Seen.Count);
        Assert.Contains(scenario.Operations, operation => operation is WalkOperation.Submit);
        Assert.IsType<WalkOperation.Dma>(scenario.Operations[^1]);
    }

    private static WalkReference Unit(bool prefersFormer) => new(WalkFormatCatalogue.Of, prefersFormer);

    private static IReadOnlyList<Failure> Failures(
        Func<ITarget<WalkConfiguration, WalkOperation>> unit, Func<IommuOperation, bool> forgets)
    {
        var source = new TargetSource("driven", NeedsWorker: false, () => new DrivenWalk(unit, forgets));
        var settings = new CampaignSettings { Seed = 3, Cases = Cases, Areas = AreaCatalogue.Find };
        return new Campaign(Area, settings, null).RunHere(source).Failures;
    }
}
