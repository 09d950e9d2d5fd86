using System.Text.Json.Nodes;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class JournalTests
{
    private const string Journal = "events.ndjson";
    private static readonly string[] Failing =
        ["run", "mutant:unmap-forgets-last-page", "-a", "iommu", "--cases", "700", "-j", "2"];

    [Fact]
    public void A_run_that_was_ended_anywhere_goes_on_to_the_same_results()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run([.. Failing, "-o", run["whole"]]));
        var wanted = RunResultText.Of(run["whole"]);
        var journal = File.ReadAllBytes(run["whole/" + Journal]);
        var ends = Enumerable.Range(0, journal.Length).Where(i => journal[i] == '\n').ToList();
        Assert.True(ends.Count > 5);

        // After each line and in the middle of the one after it.
        foreach (var length in ends.SelectMany((end, i) =>
            i + 1 < ends.Count ? (int[])[end + 1, (end + ends[i + 1]) / 2] : [end + 1]))
        {
            Directory.CreateDirectory(run["cut"]);
            File.WriteAllBytes(run["cut/" + Journal], journal[..length]);
            Assert.Equal(1, run.Run("run", "--resume", run["cut"]));
            Assert.Equal(wanted, RunResultText.Of(run["cut"]));
            Directory.Delete(run["cut"], recursive: true);
        }
    }

    [Fact]
    public void A_run_that_went_on_may_go_on_again()
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var wanted = RunResultText.Of(run["out"]);
        Assert.Equal(1, run.Run("run", "--resume", run["out"], "-o", run["out"], "-j", "1"));
        Assert.Equal(1, run.Run([.. Failing, "--resume", run["out"]]));
        Assert.Equal(wanted, RunResultText.Of(run["out"]));
    }

    [Theory]
    [InlineData("--cases", "500", "has another --cases: 700")]
    [InlineData("--seed", "7", "has another --seed: 0x1")]
    [InlineData("--time", "5s", "has another --time: none")]
    [InlineData("-o", "elsewhere", "--output elsewhere: the run goes on in ")]
    [InlineData("--", "reference", "is of mutant:unmap-forgets-last-page")]
    public void What_contradicts_the_run_is_one_line(string option, string value, string problem)
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var before = File.ReadAllBytes(run["out/" + Journal]);
        Assert.Equal(2, run.Run("run", "--resume", run["out"], option, value));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.Equal(before, File.ReadAllBytes(run["out/" + Journal]));
    }

    [Fact]
    public void Another_version_of_suite_or_target_is_one_line()
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var journal = File.ReadAllText(run["out/" + Journal]);
        foreach (var (before, after, problem) in ((string, string, string)[])
        [
            ("\"suite\":\"", "\"suite\":\"9", "it was written by suite 9"),
            ("\"version\":\"", "\"version\":\"9", "a run cannot go on with another"),
            ("\"capabilities\":\"\"", "\"capabilities\":\"no JSON\"", ":2:"),
        ])
        {
            File.WriteAllText(run["out/" + Journal], journal.Replace(before, after, StringComparison.Ordinal));
            Assert.Equal(2, run.Run("run", "--resume", run["out"]));
            Assert.Contains($"{Journal}:", run.Error, StringComparison.Ordinal);
            Assert.Contains(problem, run.Error, StringComparison.Ordinal);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }

    [Theory]
    [InlineData(1, "", ":1:1: ")]
    [InlineData(1, "{}", ":1:2: ")]
    [InlineData(1, "{\"kind\":\"resumed\"}", ":1:1: this is no journal")]
    [InlineData(2, "{\"kind\":\"resumed\",\"more\":1}", ":2:19: ")]
    [InlineData(2, "{\"kind\":\"resumed\"}", ":3:1: the target was not started")]
    [InlineData(4, "{\"kind\":", ":4:9: ")]
    [InlineData(4, "no JSON", ":4:2: ")]
    public void Damage_before_the_last_line_is_one_line_with_the_place(int number, string line, string place)
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var lines = File.ReadAllLines(run["out/" + Journal]);
        lines[number - 1] = line;
        File.WriteAllText(run["out/" + Journal], string.Join('\n', lines) + "\n");
        Assert.Equal(2, run.Run("run", "--resume", run["out"]));
        Assert.StartsWith($"iospec: {run["out/" + Journal]}{place}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void A_block_that_is_told_twice_is_damage()
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var lines = File.ReadAllLines(run["out/" + Journal]);
        File.AppendAllText(run["out/" + Journal], lines[2] + "\n");
        Assert.Equal(2, run.Run("run", "--resume", run["out"]));
        Assert.EndsWith(":1: cases that were run before\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_made_of_the_journal_of_a_run_that_was_killed()
    {
        using var run = new ToolRun();
        run.Run([.. Failing, "-o", run["out"]]);
        var lines = File.ReadAllLines(run["out/" + Journal]);
        var torn = run.Write("torn.ndjson", string.Join('\n', lines[..4])[..^9]);
        Assert.Equal(0, run.Run("report", "render", torn, "-o", run["torn.html"]));
        var page = File.ReadAllText(run["torn.html"]);
        Assert.Contains("The run was interrupted", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"sequence\"", page, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("report", "render", run["out/" + Journal], "-o", run["whole.html"]));
        run.Run("report", "render", run["out/results.json"], "-o", run["results.html"]);
        Assert.Equal(File.ReadAllText(run["results.html"]), File.ReadAllText(run["whole.html"]));
    }

    [Fact]
    public void Every_line_is_what_the_published_schema_says()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("schema", "events"));
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        run.Run([.. Failing, "-o", run["out"]]);
        run.Run("run", "--resume", run["out"]);
        foreach (var line in File.ReadAllLines(run["out/" + Journal]))
            Findings.None(schema.Problems(JsonNode.Parse(line)!));
    }

    [Fact]
    public void A_folder_without_a_journal_is_one_line()
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.Run("run", "--resume", run["none"]));
        Assert.StartsWith($"iospec: cannot read '{run["none/" + Journal]}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_campaign_with_a_time_goes_on_for_what_is_left_of_it()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("run", "optimized", "-a", "dirty", "--time", "300ms", "-o", run["out"]));
        var before = Cases(run["out"]);
        Assert.Equal(0, run.Run("run", "--resume", run["out"]));
        Assert.Equal(before, Cases(run["out"]));
        var lines = File.ReadAllLines(run["out/" + Journal]);
        File.WriteAllText(run["out/" + Journal], string.Join('\n', lines[..2]) + "\n");
        Assert.Equal(0, run.Run("run", "--resume", run["out"]));
        Assert.NotEqual(0, Cases(run["out"]));
    }

    private static long Cases(string folder) =>
        (long)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!
            ["targets"]![0]!["coverage"]!["dirty"]!["cases"]!;
}
