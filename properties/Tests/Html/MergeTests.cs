using System.Text.Json.Nodes;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Html;

public sealed class MergeTests
{
    private const string Mutant = "mutant:unmap-forgets-last-page";
    private static readonly string[] Common = ["-a", "iommu", "--cases", "60"];

    [Fact]
    public void Runs_of_two_targets_are_the_run_of_both()
    {
        using var run = new ToolRun();
        run.Run(["run", "reference", .. Common, "-o", run["a"]]);
        run.Run(["run", Mutant, .. Common, "-o", run["b"]]);
        Assert.Equal(1, run.Run(
            "report", "merge", run["a/results.json"], run["b/results.json"], "-o", run["merged"]));
        run.Run(["run", "reference", Mutant, .. Common, "-o", run["both"]]);
        var (merged, both) = (Read(run["merged"]), Read(run["both"]));
        foreach (var name in (string[])["suite", "seed", "exit", "verdict", "matrix"])
            Assert.Equal(both[name]!.ToJsonString(), merged[name]!.ToJsonString());
        Assert.Equal(Told(both, "requirements"), Told(merged, "requirements"), StringComparer.Ordinal);
        Assert.Equal(Told(both, "coverage"), Told(merged, "coverage"), StringComparer.Ordinal);
        var failures = merged["targets"]![1]!["failures"]!.AsArray();
        Assert.NotEmpty(failures);
        Assert.All(failures, f => Assert.True(File.Exists(Path.Combine(run["merged"], (string)f!["scenario"]!))));
    }

    [Fact]
    public void What_does_not_go_together_is_one_line()
    {
        using var run = new ToolRun();
        run.Run(["run", "reference", .. Common, "-o", run["a"]]);
        run.Run(["run", "reference", .. Common, "--seed", "2", "-o", run["b"]]);
        Assert.Equal(2, run.Run("report", "merge", run["a/results.json"], run["b/results.json"], "-o", run["m"]));
        Assert.Contains("\"seed\" is \"0x2\", but that of", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("report", "merge", run["a/results.json"], run["a/results.json"], "-o", run["m"]));
        Assert.Contains("is named twice", run.Error, StringComparison.Ordinal);
        run.Run(["run", "reference", .. Common, "-o", run["c"]]);
        Assert.Equal(2, run.Run("report", "merge", run["a/results.json"], run["c/results.json"], "-o", run["m"]));
        Assert.Contains("too: it would count twice", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run["m"]));
    }

    [Fact]
    public void A_page_is_made_by_the_run_and_later_alike()
    {
        using var run = new ToolRun();
        run.Run([
            "run", "reference", Mutant, .. Common, "-o", run["a"], "--format", $"html={run["now.html"]}",
            "--format", $"tap={run["now.tap"]}",
        ]);
        Assert.Equal(0, run.Run("report", "render", run["a/results.json"]));
        Assert.Equal(File.ReadAllBytes(run["now.html"]), File.ReadAllBytes(run["a/report.html"]));
        Assert.Equal(0, run.Run("report", "render", run["a/results.json"], "--format", "tap"));
        Assert.Equal(File.ReadAllText(run["now.tap"]), run.Output);
        Assert.Contains("<svg class=\"sequence\"", File.ReadAllText(run["now.html"]), StringComparison.Ordinal);
        Assert.Equal(2, run.Run("report", "render", run.Write("bad.json", "{\n}")));
        Assert.Equal($"iospec: {run["bad.json"]}: these are no results of a run", run.Error.Split(": The")[0]);
    }

    private static JsonNode Read(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!;

    private static IEnumerable<string> Told(JsonNode results, string name) =>
        results["targets"]!.AsArray().Select(t => t![name]!.ToJsonString());
}
