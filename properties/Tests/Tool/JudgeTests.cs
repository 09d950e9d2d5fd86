using System.Text.Json.Nodes;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class JudgeTests
{
    private const string Mutant = "mutant:unmap-forgets-last-page";

    [Fact]
    public void A_record_is_judged_as_the_run_was()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run(
            "run", "reference", Mutant, "-a", "iommu", "--cases", "300", "-o", run["ran"], "--record", run["record"]));
        Assert.Equal(1, run.Run(["judge", .. Files(run), "-o", run["judged"]]));
        Assert.Equal(Requirements(run["ran"]), Requirements(run["judged"]), StringComparer.Ordinal);
        Assert.EndsWith(".scenario.json\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_what_conforms_passes_and_a_part_of_it_does_not()
    {
        using var run = new ToolRun();
        Assert.Equal(0, Recorded(run, out var path, out var lines));
        Assert.Equal(0, run.Run("judge", path, "-o", run["judged"]));
        Assert.Contains("verdict: PASS (exit 0)", run.Output, StringComparison.Ordinal);

        var part = run.Write("part.ndjson", string.Join('\n', lines.Take(lines.Length / 2)) + "\n");
        Assert.Equal(5, run.Run("judge", part, "-o", run["judged"]));
        Assert.Contains("verdict: UNTESTED (exit 5)", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"iospec: {part}:{(lines.Length / 2).ToText()}: the trace ends here without its last line\n", run.Error);
        Assert.DoesNotContain("PASS", run.Output, StringComparison.Ordinal);

        (lines[5], lines[6]) = (lines[6], lines[5]);
        var shuffled = run.Write("shuffled.ndjson", string.Join('\n', lines) + "\n");
        Assert.Equal(2, run.Run("judge", shuffled, "-o", run["judged"]));
        Assert.StartsWith($"iospec: {shuffled}:6:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_that_was_planted_in_a_record_is_found()
    {
        using var run = new ToolRun();
        Recorded(run, out _, out var lines);
        var at = Array.FindIndex(lines, line => line.Contains("\"outcome\":\"landed\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("\"landed\",\"at\":\"0x", "\"landed\",\"at\":\"0x1", StringComparison.Ordinal);
        var planted = run.Write("planted.ndjson", string.Join('\n', lines) + "\n");
        Assert.Equal(1, run.Run("judge", planted, "-o", run["judged"]));
        Assert.Contains("FAIL  IOMMU-MAP-03", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_of_a_record_is_what_its_schema_says()
    {
        using var run = new ToolRun();
        Recorded(run, out _, out var lines);
        Assert.Equal(0, run.Run("schema", "trace"));
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        Assert.All(lines, line => Assert.Empty(schema.Problems(JsonNode.Parse(line))));
        Assert.NotEmpty(schema.Problems(JsonNode.Parse("""{ "seq": 1, "seen": { "kind": "done" } }""")));
    }

    private static int Recorded(ToolRun run, out string path, out string[] lines)
    {
        var exit = run.Run(
            "run", "reference", "-a", "iommu", "--cases", "200", "-o", run["ran"], "--record", run["record"]);
        path = Assert.Single(Files(run));
        lines = File.ReadAllLines(path);
        return exit;
    }

    private static string[] Files(ToolRun run) =>
        [.. Directory.GetFiles(run["record"]).Order(StringComparer.Ordinal)];

    // Whatever is said of requirements; how a failure was shrunk is no part of a record.
    private static IEnumerable<string> Requirements(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["targets"]!.AsArray()
            .Select(target => target!["requirements"]!.ToJsonString());
}
