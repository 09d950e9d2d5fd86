using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>What was accused once and is allowed: the judge has to find nothing in it.</summary>
public sealed class AllowedScenarioTests
{
    private const string Folder = "fixtures/scenarios/allowed";

    public static TheoryData<string> Scenarios =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, Folder)).Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_a_specification_allows_is_not_accused(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, Folder, name));
        var scenario = ScenarioFormat.Read(bytes, name, id => AreaCatalogue.Find(id)?.Types);
        var referee = new Referee(AreaCatalogue.Find(scenario.Area)!);
        referee.Start(scenario.Configuration);
        var found = new List<string>();
        foreach (var (operation, seen) in scenario.Operations.Zip(scenario.Seen))
        {
            referee.Step(operation, seen);
            found.AddRange(referee.Violations.Select(violation => $"{violation.Requirement.Id}: {violation}"));
        }

        Assert.Equal(scenario.Operations.Count, scenario.Seen.Count);
        Findings.None(found);
    }
}
