using System.Text.Json.Nodes;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class ResultsSchemaTests
{
    [Theory]
    [InlineData("mutant:unmap-forgets-last-page")]
    [InlineData("reference,mutant:unmap-forgets-last-page")]
    [InlineData("reference,dll:missing.dll")]
    public void Results_are_what_their_schema_says(string targets)
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("schema", "results"));
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        run.Run(["run", .. targets.Split(','), "-a", "iommu", "--cases", "100", "-o", run["out"]]);
        var results = JsonNode.Parse(File.ReadAllText(run["out/results.json"]))!;
        Findings.None(schema.Problems(results));
        Assert.Equal(targets.Contains(',', StringComparison.Ordinal), results["matrix"] is not null);
    }

    [Fact]
    public void A_failure_of_a_replayed_scenario_is_what_the_schema_says()
    {
        using var run = new ToolRun();
        run.Run("schema", "results");
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        string[] common = ["run", "mutant:unmap-forgets-last-page", "-a", "iommu", "--cases", "100", "-o", run["out"]];
        string[] corpus = ["--corpus", run["c"]];
        run.Run([.. common, .. corpus, "--update-corpus"]);
        run.Run([.. common, .. corpus]);
        var results = JsonNode.Parse(File.ReadAllText(run["out/results.json"]))!;
        Assert.Contains(results["targets"]![0]!["failures"]!.AsArray(), failure => (long)failure!["case"]! < 0);
        Findings.None(schema.Problems(results));
        results["targets"]![0]!["failures"]![0]!["case"] = Scenario.LeastCase - 1;
        Assert.Single(schema.Problems(results));
    }

    [Fact]
    public void The_schema_finds_what_it_does_not_know()
    {
        using var run = new ToolRun();
        run.Run("schema", "results");
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        var problems = schema.Problems(JsonNode.Parse("""{ "schema": "x", "exit": 9, "more": 1 }""")).ToList();
        Assert.Contains("$.schema is another value", problems, StringComparer.Ordinal);
        Assert.Contains("$.exit is no value of the list", problems, StringComparer.Ordinal);
        Assert.Contains("$.more is not known", problems, StringComparer.Ordinal);
        Assert.Contains("$.seed is missing", problems, StringComparer.Ordinal);
    }
}
