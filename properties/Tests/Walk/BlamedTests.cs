using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Where several things forbid a request, the one that was passed over before is blamed again.</summary>
public sealed class BlamedTests
{
    private const string ReservedBit = "WALK-AMDVI-ENT-03";

    [Fact]
    public void What_was_passed_over_alone_is_blamed_again() =>
        Assert.Equal([ReservedBit, ReservedBit], Blamed());

    // Without the request that shows it alone, the present entry is blamed and not the one that may be cached.
    [Fact]
    public void Without_that_the_present_entry_is_blamed() =>
        Assert.Equal(["WALK-AMDVI-CFG-02"], Blamed(without: 7));

    private static List<string> Blamed(int? without = null)
    {
        var path = Path.Combine(
            Repository.Root, "properties/Tests/Walk/Blamed/amdvi-cached-entry-leads-to-a-reserved-bit.scenario.json");
        var scenario = ScenarioFormat.Read(File.ReadAllBytes(path), path, id => AreaCatalogue.Find(id)?.Types);
        var referee = new Referee(AreaCatalogue.Find(scenario.Area)!);
        referee.Start(scenario.Configuration);
        var blamed = new List<string>();
        foreach (var (index, (operation, seen)) in scenario.Operations.Zip(scenario.Seen).Index())
        {
            if (index == without) continue;
            referee.Step(operation, seen);
            blamed.AddRange(referee.Violations.Select(violation => violation.Requirement.Id));
        }

        return blamed;
    }
}
