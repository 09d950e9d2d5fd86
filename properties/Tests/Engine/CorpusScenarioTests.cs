using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>The suite's own corpus: what has failed fails still, and nothing else does.</summary>
public sealed class CorpusScenarioTests
{
    private const string Folder = "fixtures/scenarios/corpus";
    private static readonly Corpus Kept = Corpus.Read(Path.Combine(Repository.Root, Folder), AreaCatalogue.Find);

    public static TheoryData<string> Scenarios => [.. Kept.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_shows_on_its_target_what_it_is_kept_for_and_nothing_on_the_reference(string name)
    {
        var scenario = Kept.Entries.First(entry => entry.Name == name).Scenario;
        Assert.Empty(Run(scenario.Area, "reference", scenario).Violations);
        var own = Run(scenario.Area, scenario.Target, scenario);
        if (scenario.Signature.Length == 0) Assert.Equal(scenario.Seen, [.. own.Seen]);
        else Assert.Contains(own.Violations, violation => violation.Signature.ToString() == scenario.Signature);
    }

    [Fact]
    public void Each_scenario_that_is_kept_for_what_it_reaches_reaches_what_none_before_it_does()
    {
        foreach (var area in Kept.Entries.Where(entry => entry.IsForCoverage).GroupBy(
            entry => entry.Scenario.Area, StringComparer.Ordinal))
        {
            var before = new HashSet<int>();
            Assert.All(area, entry =>
            {
                var reached = Covered(entry.Scenario);
                Assert.False(reached.IsSubsetOf(before));
                before.UnionWith(reached);
            });
        }
    }

    private static HashSet<int> Covered(Scenario scenario)
    {
        var referee = new Referee(AreaCatalogue.Find(scenario.Area)!);
        referee.Start(scenario.Configuration);
        foreach (var (operation, seen) in scenario.Operations.Zip(scenario.Seen)) referee.Step(operation, seen);
        var covered = referee.Covered.ToArray();
        return [.. Enumerable.Range(0, covered.Length).Where(point => covered[point] > 0)];
    }

    private static Outcome Run(string id, string target, Scenario scenario)
    {
        var area = AreaCatalogue.Find(id)!;
        var part = TargetCatalogue.Find(target).For(area.Types)!;
        using var source = new LocalBlockSource(
            area, new TargetSource(part.Connection, NeedsWorker: false, part.Open), new Draws(0), NoHeartbeat.Instance);
        return source.Evaluate(scenario.Configuration, scenario.Operations);
    }
}
