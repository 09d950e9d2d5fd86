using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class FailureSweepTests
{
    private static readonly string[] WithCalls =
        [.. AreaCatalogue.All.Where(area => area.FailingCalls.Count > 0).Select(area => area.Id)];

    public static TheoryData<string> Areas => [.. WithCalls];

    [Fact]
    public void The_areas_with_inner_calls_are_these() =>
        Assert.Equal(["dma", "migration", "zpci"], WithCalls, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Areas))]
    public void Each_call_fails_in_turn_and_then_there_is_none(string id)
    {
        var area = AreaCatalogue.Find(id)!;
        var (planner, plan) = (new Planner(area, null, new Draws(1)), new CaseSteps());
        var (first, end) = FailureSweep.Numbers(32);
        var cases = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        for (var index = first; index < end; index++)
        {
            planner.Plan(index, plan);
            if (plan.Count == 0) continue;
            count++;
            Assert.Same(planner.Configure(FailureSweep.DrawnOf(index)), planner.Configure(index));
            cases.Add(Text(plan));
        }

        Assert.InRange(count, 8, 32 * FailureSweep.Most / 8);
        Assert.InRange(cases.Count, count * 9 / 10, count);
    }

    [Fact]
    public void A_case_follows_from_its_number_alone()
    {
        var area = AreaCatalogue.Find("dma")!;
        var (first, _) = FailureSweep.Numbers(8);
        var among = new Planner(area, null, new Draws(1));
        foreach (var index in (long[])[first, first + 3, first + (5 * FailureSweep.Most) + 1, first + 7])
            Assert.Equal(Planned(among, index), Planned(new Planner(area, null, new Draws(1)), index));
    }

    [Fact]
    public void The_next_call_fails_in_the_next_case_until_the_operation_makes_no_more()
    {
        var (planner, plan) = (new Planner(AreaCatalogue.Find("dma")!, null, new Draws(1)), new CaseSteps());
        var (first, end) = FailureSweep.Numbers(8);
        (int At, InnerCall Call, int After)? before = null;
        var most = 0;
        for (var index = first; index < end; index++)
        {
            planner.Plan(FailureSweep.DrawnOf(index), plan);
            var drawn = plan.Operations(plan.Count);
            planner.Plan(index, plan);
            if (plan.Count == 0) continue;
            var operations = plan.Operations(plan.Count);
            var at = Enumerable.Range(0, drawn.Count).First(i => !operations[i].Equals(drawn[i]));
            var fail = Assert.IsType<DmaOperation.Fail>(operations[at]);
            Assert.Equal(drawn[at], operations[at + 1]);
            var isNext = before is { } last && last.At == at && last.Call == fail.Call;
            Assert.Equal(isNext ? before!.Value.After + 1 : 0, fail.After);
            before = (at, fail.Call, fail.After);
            most = Math.Max(most, fail.After);
        }

        Assert.InRange(most, 2, 1000);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void What_conforms_bears_every_failure(string id)
    {
        var result = Run(id, "optimized", 32);
        Assert.Empty(result.Failures);
        Assert.True(result.Evidence.CasesRun > 64 + 8);
        Assert.Equal(64ul, Run(id, "optimized", 0).Evidence.CasesRun);
    }

    [Fact]
    public void In_an_area_without_inner_calls_nothing_is_added() =>
        Assert.Equal(64ul, Run("iommu", "optimized", 16).Evidence.CasesRun);

    private static CampaignResult Run(string id, string target, long swept)
    {
        var area = AreaCatalogue.Find(id)!;
        var part = TargetCatalogue.Find(target).For(area.Types)!;
        var settings = new CampaignSettings { Cases = 64, FailNth = swept };
        return new Campaign(area, settings, null).RunHere(
            new TargetSource(part.Connection, NeedsWorker: false, part.Open));
    }

    private static string Planned(Planner planner, long index)
    {
        var plan = new CaseSteps();
        planner.Plan(index, plan);
        return Text(plan);
    }

    private static string Text(CaseSteps plan) => string.Join('\n', plan.Operations(plan.Count).Select(Printer.Line));
}
