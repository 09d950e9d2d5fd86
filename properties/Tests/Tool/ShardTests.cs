using System.Text.Json.Nodes;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class ShardTests
{
    private static readonly string[] Common =
        ["mutant:unmap-forgets-last-page", "reference", "-a", "iommu", "--cases", "1100"];

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void All_shards_merged_are_the_whole_run(int count)
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run(["run", .. Common, "-o", run["whole"]]));
        Shards(run, count, Enumerable.Range(1, count));
        var wanted = RunResultText.Of(run["whole"]);
        foreach (var name in (string[])["results.json", "events.ndjson"])
        {
            // In any order.
            var files = Enumerable.Range(1, count).Reverse().Select(i => run[$"s{i}/{name}"]);
            Assert.Equal(1, run.Run(["report", "merge", .. files, "-o", run[name]]));
            Assert.Equal(wanted, RunResultText.Of(run[name]));
        }
    }

    [Fact]
    public void Some_shards_say_which_they_are()
    {
        using var run = new ToolRun();
        Shards(run, 4, [1, 2, 4]);
        Assert.Contains("· shard 4 of 4", run.Output, StringComparison.Ordinal);
        run.Run("report", "merge", run["s4/results.json"], run["s1/results.json"], "-o", run["two"]);
        run.Run("report", "merge", run["two/results.json"], run["s2/results.json"], "-o", run["three"]);
        Assert.Equal("1-2,4/4", ShardIn(run["three"]));
    }

    [Fact]
    public void Shards_that_do_not_go_together_are_one_line()
    {
        using var run = new ToolRun();
        Shards(run, 2, [1]);
        run.Run(["run", .. Common, "--shard", "1/2", "-o", run["again"]]);
        run.Run(["run", .. Common, "--shard", "2/3", "-o", run["third"]]);
        run.Run(["run", .. Common[..^1], "900", "--shard", "2/2", "-o", run["fewer"]]);
        foreach (var (other, problem) in ((string, string)[])
        [
            ("again", "it would count twice"), ("third", "the number of shards is"), ("fewer", "cases=900"),
        ])
        {
            Assert.Equal(2, run.Run(
                "report", "merge", run["s1/results.json"], run[other + "/results.json"], "-o", run["m"]));
            Assert.Contains(problem, run.Error, StringComparison.Ordinal);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("-1/4")]
    public void What_is_no_shard_is_one_line(string text)
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.Run("run", "reference", $"--shard={text}"));
        Assert.Contains($"'{text}' is no part of a run", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("run", "reference", "--profile", "nightly", "--shard", "1/2"));
        Assert.Contains("--shard needs a --seed", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100", 7)]
    [InlineData("50", 0)]
    public void What_all_shards_cover_together_is_what_has_to_be_enough(string percent, int exit)
    {
        using var run = new ToolRun();
        string[] common = ["reference", "-a", "iommu", "--cases", "512", "--cover-at-least", percent];
        Assert.Equal(exit, run.Run(["run", .. common, "-o", run["whole"]]));
        foreach (var i in (int[])[1, 2])
            Assert.Equal(0, run.Run(["run", .. common, "--shard", $"{i}/2", "-o", run[$"s{i}"]]));
        foreach (var name in (string[])["results.json", "events.ndjson"])
        {
            Assert.Equal(exit, run.Run("report", "merge", run[$"s1/{name}"], run[$"s2/{name}"], "-o", run["merged"]));
            Assert.Equal(RunResultText.Of(run["whole"]), RunResultText.Of(run["merged"]));
        }

        Assert.Equal(0, run.Run("report", "merge", run["s1/results.json"], "-o", run["part"]));
    }

    [Fact]
    public void Shards_of_a_time_are_asked_together_too()
    {
        using var run = new ToolRun();
        string[] common =
            ["reference", "-a", "iommu", "--without", "unmap", "--time", "300ms", "--cover-at-least", "100"];
        foreach (var i in (int[])[1, 2])
            Assert.Equal(5, run.Run(["run", .. common, "--shard", $"{i}/2", "-o", run[$"s{i}"]]));
        string[] both = [run["s1/results.json"], run["s2/results.json"]];
        Assert.Equal(7, run.Run(["report", "merge", .. both, "-o", run["merged"]]));
        Assert.Equal("1-2/2", ShardIn(run["merged"]));
        Assert.Equal(5, run.Run("report", "merge", both[0], "-o", run["part"]));
    }

    [Fact]
    public void What_one_run_asks_for_another_is_not_held_to()
    {
        using var run = new ToolRun();
        string[] common = ["run", "-a", "iommu", "--cases", "200"];
        Assert.Equal(7, run.Run([.. common, "reference", "--cover-at-least", "100", "-o", run["asks"]]));
        Assert.Equal(0, run.Run([.. common, "reference", "--cover-at-least", "1", "-o", run["little"]]));
        Assert.Equal(0, run.Run([.. common, "optimized", "-o", run["other"]]));
        Assert.Equal(0, run.Run(
            "report", "merge", run["little/results.json"], run["other/results.json"], "-o", run["m"]));
        Assert.Equal(7, run.Run(
            "report", "merge", run["asks/results.json"], run["other/results.json"], "-o", run["m"]));
    }

    [Theory]
    [InlineData("100", 7)]
    [InlineData("", 5)]
    public void Results_without_their_coverage_have_covered_nothing(string percent, int exit)
    {
        using var run = new ToolRun();
        string[] asked = percent.Length > 0 ? ["--cover-at-least", percent] : [];
        run.Run(["run", "reference", "-a", "iommu", "--cases", "8", .. asked, "-o", run["whole"]]);
        var results = JsonNode.Parse(File.ReadAllText(run["whole/results.json"]))!;
        results["targets"]![0]!["coverage"] = new JsonObject();
        run.Write("without.json", results.ToJsonString());
        Assert.Equal(exit, run.Run("report", "merge", run["without.json"], "-o", run["m"]));
    }

    private static void Shards(ToolRun run, int count, IEnumerable<int> indices)
    {
        foreach (var i in indices) run.Run(["run", .. Common, "--shard", $"{i}/{count}", "-o", run[$"s{i}"]]);
    }

    private static string? ShardIn(string folder) =>
        (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["settings"]!.AsArray()
            .FirstOrDefault(s => (string)s!["name"]! == "shard")?["value"];
}
