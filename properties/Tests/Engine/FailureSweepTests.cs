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

    [Theory]
    [MemberData(nameof(Areas))]
    public void Whoever_watches_sees_that_it_is_still_being_planned(string id)
    {
        var (beats, last) = (new CountedBeats(), 0);
        var draws = new Draws(1);
        var area = AreaCatalogue.Find(id)!;
        var planner = new Planner(area, null, draws, new FailureSweep(area, draws) { Heartbeat = beats });
        var plan = new CaseSteps();
        for (var drawn = 0L; drawn < 8; drawn++)
        {
            var index = FailureSweep.Numbers(drawn).End;
            planner.Plan(index, plan);
            // Each case that was planned was told of, and each that was looked at in vain.
            Assert.InRange(beats.Count, last + 1, int.MaxValue);
            if (plan.Count > 0) Assert.Equal((index, -1), beats.Last);
            last = beats.Count;
        }
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
    public void A_case_does_not_follow_from_what_is_avoided_where_it_is_planned()
    {
        var area = AreaCatalogue.Find("dma")!;
        var (avoiding, plain) = (new Planner(area, null, new Draws(1)), new Planner(area, null, new Draws(1)));
        var (index, plan) = (FailureSweep.Numbers(8).First + (5 * FailureSweep.Most), new CaseSteps());
        plain.Plan(5, plan);
        foreach (var step in plan.Steps) avoiding.Avoided.Add(Skeleton.Of(plain.Configure(5), step.Operation));
        Assert.NotEqual(Planned(plain, 5), Planned(avoiding, 5), StringComparer.Ordinal);
        Assert.Equal(Planned(plain, index), Planned(avoiding, index));
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
            planner.Plan(index, plan);
            if (plan.Count == 0) continue;
            var drawn = WithoutFailures(FailureSweep.DrawnOf(index));
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
    public void Failures_that_were_drawn_hide_none_and_no_operation_uses_up_the_numbers_of_others(string id)
    {
        var area = AreaCatalogue.Find(id)!;
        var (planner, plan, failed) = (new Planner(area, null, new Draws(1)), new CaseSteps(), 0);
        for (var drawn = 0L; drawn < 32; drawn++)
        {
            planner.Plan(drawn, plan);
            var (operations, configuration) = (plan.Operations(plan.Count), planner.Configure(drawn));
            var plain = FailureSweep.Plain(area, operations);
            failed += operations.SequenceEqual(plain) ? 0 : 1;
            Assert.Equal(
                Swept(area, configuration, plain), Swept(area, configuration, operations), StringComparer.Ordinal);
            Assert.InRange(Swept(area, configuration, operations).Count(), 0, 1000);
        }

        Assert.True(failed > 0);
    }

    [Fact]
    public void The_longest_case_is_swept_too()
    {
        var area = AreaCatalogue.Find("dma")!;
        var drawn = WithoutFailures(5);
        List<Operation> longest = [.. Enumerable.Repeat(drawn, 400).SelectMany(one => one).Take(400)];
        var configuration = new Planner(area, null, new Draws(1)).Configure(5);
        Assert.NotEmpty(Swept(area, configuration, longest));
    }

    [Fact]
    public void What_is_left_out_does_not_fail()
    {
        var result = Run("dma", "optimized", 4, new HashSet<string>(StringComparer.Ordinal) { "fail" });
        Assert.Equal((0ul, 64ul), (result.Evidence.Swept, result.Evidence.CasesRun));
        Assert.False(result.Evidence.Kinds.ContainsKey("fail"));
    }

    [Fact]
    public void Blocks_without_cases_open_no_target()
    {
        var (area, opened) = (AreaCatalogue.Find("zpci")!, 0);
        var part = TargetCatalogue.Find("optimized").For(area.Types)!;
        var settings = new CampaignSettings { Cases = 64, FailNth = 32 };
        var result = new Campaign(area, settings, null).RunHere(new TargetSource(part.Connection, false, () =>
        {
            opened++;
            return part.Open();
        }));
        Assert.InRange(result.Evidence.Swept, 8ul, 32ul * 256);
        Assert.InRange(opened, 2, 1 + 32);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void What_conforms_bears_every_failure(string id)
    {
        var result = Run(id, "optimized", 32);
        Assert.Empty(result.Failures);
        Assert.True(result.Evidence.Swept > 8);
        Assert.Equal(64 + result.Evidence.Swept, result.Evidence.CasesRun);
        Assert.Equal(64ul, Run(id, "optimized", 0).Evidence.CasesRun);
    }

    [Fact]
    public void In_an_area_without_inner_calls_nothing_is_added() =>
        Assert.Equal(64ul, Run("iommu", "optimized", 16).Evidence.CasesRun);

    // As it is planned again.
    private static List<Operation> WithoutFailures(long drawn)
    {
        var area = AreaCatalogue.Find("dma")!;
        var (planner, plan) = (new Planner(area, null, new Draws(1)), new CaseSteps());
        planner.Plan(drawn, plan);
        var plain = FailureSweep.Plain(area, plan.Operations(plan.Count));
        var replaying = new Draws(1) { Corpus = [new SampleCase(planner.Configure(drawn), plain)] };
        new Planner(area, null, replaying).Plan(-1, plan);
        return plan.Operations(plan.Count);
    }

    private static IEnumerable<string> Swept(Area area, Configuration configuration, List<Operation> drawn)
    {
        var sweep = new FailureSweep(area, new Draws(1));
        var (first, end) = FailureSweep.Numbers(1);
        for (var index = first; index < end; index++)
        {
            var operations = sweep.Of(index, configuration, () => drawn);
            if (operations.Count == 0) yield break;
            yield return string.Join('\n', operations.Select(Printer.Line));
        }
    }

    private static CampaignResult Run(string id, string target, long swept, IReadOnlySet<string>? without = null)
    {
        var area = AreaCatalogue.Find(id)!;
        var part = TargetCatalogue.Find(target).For(area.Types)!;
        var settings = new CampaignSettings { Cases = 64, FailNth = swept };
        if (without is not null) settings = settings with { Without = without };
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

    private sealed class CountedBeats : IHeartbeat
    {
        public int Count { get; private set; }

        public (long Index, int Step) Last { get; private set; }

        public void Beat(long index, int step) => (Count, Last) = (Count + 1, (index, step));
    }
}
