using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Iommu;

public sealed class CampaignTests
{
    private const int Cases = 2000;

    [Fact]
    public void The_reference_conforms_when_it_uses_what_counts_now() =>
        Conforms(() => new IommuReference(IommuRules.Standard, VersionChoice.Now));

    [Fact]
    public void The_reference_conforms_when_it_uses_former_versions_for_as_long_as_it_may() =>
        Conforms(() => new IommuReference(IommuRules.Standard, VersionChoice.Former));

    [Fact]
    public void The_optimized_core_conforms() => Conforms(() => new OptimizedIommu());

    [Fact]
    public void The_plan_of_a_case_depends_on_its_number_alone()
    {
        var (ordered, alone) = (new CaseSteps(), new CaseSteps());
        var planner = new Planner(new IommuArea(), null, new Draws(5));
        for (var index = 0; index < 100; index++)
        {
            planner.Plan(index, ordered);
            if (index % 9 != 0) continue;
            new Planner(new IommuArea(), null, new Draws(5)).Plan(index, alone);
            Assert.Equal(ordered.Steps.ToArray(), alone.Steps.ToArray());
        }
    }

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several()
    {
        var one = Run(() => new IommuReference(new AlwaysAllowsWriting(), VersionChoice.Now), 600, workers: 1);
        var three = Run(() => new IommuReference(new AlwaysAllowsWriting(), VersionChoice.Now), 600, workers: 3);
        Assert.NotEmpty(one.Failures);
        Assert.Equal(ResultText.Of(one), ResultText.Of(three));
    }

    private static void Conforms(Func<ITarget> open)
    {
        var result = Run(open, Cases, workers: 1);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.InRange(result.Evidence.Ambiguous, 0ul, result.Evidence.Operations / 100);
        Assert.Empty(IommuRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
    }

    private static CampaignResult Run(Func<ITarget> open, long cases, int workers)
    {
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = cases, Workers = workers };
        return new Campaign(new IommuArea(), settings, null).RunHere(new TargetSource("", false, open));
    }

    private sealed class AlwaysAllowsWriting : IommuRules
    {
        public override Access MappedRights(Access asked) => asked | Access.Write;
    }
}
