using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class RunTests
{
    private const string Mutant = "mutant:unmap-forgets-last-page";

    [Fact]
    public void Targets_that_are_judged_side_by_side_give_the_same_results()
    {
        using var run = new ToolRun();
        string[] common = ["run", "reference", Mutant, "optimized", "-a", "iommu", "--cases", "300", "-o"];
        Assert.Equal(1, run.Run([.. common, run["one"], "-j", "1"]));
        Assert.Equal(1, run.Run([.. common, run["four"], "-j", "4"]));
        Assert.Equal(Results(run["one"]), Results(run["four"]));
    }

    [Fact]
    public void Sequences_with_a_call_that_fails_are_told_and_the_same_with_any_number_of_jobs()
    {
        using var run = new ToolRun();
        string[] common = ["run", "mutant:dma-counter-compared-inclusively", "-a", "dma", "--cases", "8",
            "--fail-nth", "6", "-o"];
        run.Run([.. common, run["one"], "-j", "1", "--record", run["rec"]]);
        Assert.Matches("\nswept: dma: [1-9][0-9,]* sequences with .*, of the first 6\n", run.Output);
        run.Run([.. common, run["four"], "-j", "4"]);
        Assert.Equal(Results(run["one"]), Results(run["four"]));
        run.Run("run", "reference", "-a", "dma,iommu", "--cases", "2", "--fail-nth", "1", "-o", run["two"]);
        Assert.Contains("\nswept: iommu: nothing: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("run", "reference", "-a", "iommu,walk", "--fail-nth", "1"));
        Assert.Equal(
            "iospec: --fail-nth: none of these areas has inner calls that can be made to fail\n", run.Error);
    }

    [Fact]
    public void Several_targets_have_one_matrix()
    {
        using var run = new ToolRun();
        run.Run("run", "reference", Mutant, "-a", "iommu", "--cases", "100", "-o", run["out"]);
        Assert.Contains("\n IOMMU-", run.Output, StringComparison.Ordinal);
        Assert.Contains(" hold wherever they apply", run.Output, StringComparison.Ordinal);
        var matrix = JsonNode.Parse(File.ReadAllText(run["out/results.json"]))!["matrix"]!;
        var columns = matrix["columns"]!.AsArray().Select(c => (string)c!["target"]!);
        Assert.Equal(["reference", Mutant], columns, StringComparer.Ordinal);
        var rows = matrix["rows"]!.AsArray();
        Assert.Equal(rows.Count, rows.Select(r => (string)r!["id"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(rows, row => row!["verdicts"]!.AsArray() is [var good, var bad]
            && (string)good! == "PASS" && (string)bad! == "FAIL");
    }

    [Fact]
    public void A_target_may_offer_some_of_the_areas_that_were_named_but_not_none()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run("run", "reference", Mutant, "-a", "iommu,walk", "--cases", "100", "-o", run["out"]));
        var matrix = JsonNode.Parse(File.ReadAllText(run["out/results.json"]))!["matrix"]!;
        Assert.Contains(matrix["rows"]!.AsArray(), row => row!["verdicts"]![1] is null);
        Assert.Equal(2, run.Run("run", "reference", Mutant, "-a", "walk"));
        Assert.Equal($"iospec: target '{Mutant}' does not offer the area 'walk'\n", run.Error);
        Assert.Equal(2, run.Run("run", Mutant, "-a", "iommu,walk"));
        Assert.Equal($"iospec: target '{Mutant}' does not offer the area 'walk'\n", run.Error);
    }

    [Fact]
    public void Two_runs_are_compared()
    {
        using var run = new ToolRun();
        run.Run("run", "reference", "-a", "iommu", "--cases", "100", "-o", run["good"]);
        run.Run("run", Mutant, "-a", "iommu", "--cases", "100", "-o", run["bad"]);
        Assert.Equal(1, run.Run("report", "compare", run["good/results.json"], run["bad/results.json"]));
        Assert.Contains("  worse   IOMMU-INV-", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("report", "compare", run["bad/results.json"], run["good/results.json"]));
        Assert.Contains("  better  IOMMU-INV-", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("report", "compare", run["good/results.json"], run["good/results.json"]));
        Assert.Contains("nothing differs", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", ":1: this is no JSON")]
    [InlineData("{\n\n]", ":3: this is no JSON")]
    [InlineData("[]", ": these are no results of a run")]
    [InlineData("{\"schema\":\"other\"}", ": \"schema\" is not \"iospec/results/1\"")]
    [InlineData("{\"schema\":\"iospec/results/1\"}", ": these are no results of a run")]
    [InlineData("{\"schema\":\"iospec/results/1\",\"targets\":[{\"target\":null}]}", ": these are no results of a run")]
    public void Results_that_are_none_are_one_line_with_the_place(string text, string problem)
    {
        using var run = new ToolRun();
        var path = run.Write("bad.json", text);
        Assert.Equal(2, run.Run("report", "compare", path, path));
        Assert.StartsWith($"iospec: {path}{problem}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    // Without what differs between equal runs: how long they took, and where their files are.
    private static string Results(string folder)
    {
        var results = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!.AsObject();
        results.Remove("timing");
        foreach (var target in results["targets"]!.AsArray())
        {
            target!.AsObject().Remove("timing");
            target.AsObject().Remove("seconds");
        }

        return results.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
