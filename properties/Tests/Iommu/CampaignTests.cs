using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
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
        var (ordered, alone) = (new PlannedCase(), new PlannedCase());
        var planner = new Planner(new IommuArea(), null, 5);
        for (var index = 0; index < 100; index++)
        {
            planner.Plan(index, ordered);
            if (index % 9 != 0) continue;
            new Planner(new IommuArea(), null, 5).Plan(index, alone);
            Assert.Equal(ordered.Steps.ToArray(), alone.Steps.ToArray());
        }
    }

    private static void Conforms(Func<ITarget> open)
    {
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = Cases };
        var result = new Campaign(new IommuArea(), settings, null).RunHere(new TargetSource("", false, open));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.InRange(result.Evidence.Ambiguous, 0ul, result.Evidence.Operations / 100);
        Assert.Empty(IommuRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
    }
}
