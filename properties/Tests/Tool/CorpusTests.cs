using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Tool.Commands;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class CorpusTests
{
    private const string Mutant = "mutant:unmap-forgets-last-page";
    private static readonly string[] Common = ["run", Mutant, "-a", "iommu", "--cases", "300"];

    [Fact]
    public void What_fails_and_what_reaches_something_is_kept_and_comes_first_in_the_next_run()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run([.. Common, "-o", run["first"], "--corpus", run["c"], "--update-corpus"]));
        Assert.Contains("written to ", run.Output, StringComparison.Ordinal);
        var names = Names(run);
        Assert.Contains("iommu-inv-02-landed-dma-stale.mutant-unmap-forgets-last-page.scenario.json", names,
            StringComparer.Ordinal);
        Assert.Contains(names, name => name.StartsWith("map-wraps.", StringComparison.Ordinal));

        Assert.Equal(1, run.Run([.. Common, "-o", run["second"], "--corpus", run["c"]]));
        Assert.Equal(names, Names(run), StringComparer.Ordinal);
        Assert.All(Failures(run["second"]), failure => Assert.InRange((long)failure["case"]!, -names.Length, -1));
        Assert.Equal(
            Failures(run["first"]).Select(f => (string?)f["signature"]).Order(StringComparer.Ordinal),
            Failures(run["second"]).Select(f => (string?)f["signature"]).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_results_have_its_hash_which_says_what_was_replayed()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"]]);
        var hash = Setting(run["out"], "corpus-hash");
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Contains($"scenarios, sha256 {hash}", run.Output, StringComparison.Ordinal);
        File.Delete(Directory.GetFiles(run["c/iommu"])[0]);
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"]]);
        Assert.NotEqual(hash, Setting(run["out"], "corpus-hash"), StringComparer.Ordinal);
    }

    [Fact]
    public void What_reaches_nothing_of_its_own_is_taken_out_and_what_has_failed_stays()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        var kept = Directory.GetFiles(run["c/iommu"]).First(path => Path.GetFileName(path).StartsWith(
            "map-wraps.", StringComparison.Ordinal));
        var failed = Directory.GetFiles(run["c/iommu"]).First(path => Path.GetFileName(path).StartsWith(
            "iommu-inv-02", StringComparison.Ordinal));
        File.Copy(kept, run["c/iommu/zz.scenario.json"]);
        File.Copy(failed, run["c/iommu/zzz.scenario.json"]);
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        Assert.False(File.Exists(run["c/iommu/zz.scenario.json"]));
        Assert.True(File.Exists(run["c/iommu/zzz.scenario.json"]));
        Assert.Contains("taken out that reached nothing of their own", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_target_needs_or_what_breaks_something_is_not_taken_out()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        var files = Directory.GetFiles(run["c/iommu"]).Select(path => Path.GetFileName(path)!).ToList();
        Change(run, files.Find(name => name.StartsWith("map-wraps.", StringComparison.Ordinal))!,
            "zz", scenario => scenario["target"] = Mutant + "?of=another");
        Change(run, files.Find(name => name.StartsWith("iommu-inv-02", StringComparison.Ordinal))!,
            "zzz", scenario => scenario["signature"] = "");
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        Assert.True(File.Exists(run["c/iommu/zz.scenario.json"]));
        Assert.True(File.Exists(run["c/iommu/zzz.scenario.json"]));
        Assert.DoesNotContain("taken out", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenarios_whose_names_would_be_the_same_have_numbers()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        var corpus = CorpusFiles.Read(run["c"], mayBeMissing: false);
        var failed = corpus.Entries.First(entry => !entry.IsForCoverage);
        var texts = new CorpusTexts(corpus, new HashSet<string>(StringComparer.Ordinal));
        var area = AreaCatalogue.Find("iommu")!;
        foreach (var target in (string[])[Mutant, Mutant + "?a", Mutant + "?b"])
            texts.Add(area, failed.Scenario.Signature, failed.Scenario with { Target = target });
        var name = failed.Name[..^ScenarioFormat.Extension.Length];
        string[] names = [failed.Name, name + "-2.scenario.json", name + "-3.scenario.json"];
        Assert.Equal(names.Order(StringComparer.Ordinal), texts.All.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public void A_run_that_has_changed_it_can_be_told_again()
    {
        using var run = new ToolRun();
        Assert.Equal(1, run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]));
        var (wanted, names) = (RunResultText.Of(run["out"]), Names(run));
        Assert.Equal(1, run.Run("run", "--resume", run["out"]));
        Assert.Equal(wanted, RunResultText.Of(run["out"]));
        Assert.Equal(names, Names(run), StringComparer.Ordinal);
        var journal = File.ReadAllLines(run["out/events.ndjson"]);
        File.WriteAllLines(run["out/events.ndjson"], journal.Take(3));
        Assert.Equal(2, run.Run("run", "--resume", run["out"]));
        Assert.Contains("the corpus was another one before", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_and_worked_off_journals_replay_it_once()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        string[] again = [.. Common[..^1], "600", "--corpus", run["c"]];
        run.Run([.. again, "-o", run["whole"]]);
        foreach (var i in (int[])[1, 2, 3, 4, 5]) run.Run([.. again, "--shard", $"{i}/5", "-o", run[$"s{i}"]]);
        foreach (var name in (string[])["results.json", "events.ndjson"])
        {
            var files = Enumerable.Range(1, 5).Select(i => run[$"s{i}/{name}"]);
            Assert.Equal(1, run.Run(["report", "merge", .. files, "-o", run[name]]));
            Assert.Equal(RunResultText.Of(run["whole"]), RunResultText.Of(run[name]));
        }

        var journal = File.ReadAllLines(run["whole/events.ndjson"]);
        var wanted = RunResultText.Of(run["whole"]);
        Assert.Contains(journal, line => line.Contains("\"cases\":[{\"first\":-", StringComparison.Ordinal));
        foreach (var kept in (int[])[2, 3, 4])
        {
            File.WriteAllLines(run["whole/events.ndjson"], journal.Take(kept));
            Assert.Equal(1, run.Run("run", "--resume", run["whole"]));
            Assert.Equal(wanted, RunResultText.Of(run["whole"]));
        }

        File.Delete(Directory.GetFiles(run["c/iommu"])[0]);
        Assert.Equal(2, run.Run("run", "--resume", run["whole"]));
        Assert.EndsWith("events.ndjson: the corpus was another one before\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_it_is_not_of_replays_none_of_it()
    {
        using var run = new ToolRun();
        run.Run([.. Common, "-o", run["out"], "--corpus", run["c"], "--update-corpus"]);
        Assert.Equal(0, run.Run(
            "run", "reference", "-a", "iommu", "--cases", "200", "-o", run["out"], "--corpus", run["c"]));
        Assert.Contains("evidence: iommu: 200 cases,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_corpus_is_one_line()
    {
        using var run = new ToolRun();
        Refuses(run, "there is no such folder", "--corpus", run["none"]);
        Refuses(run, "--update-corpus needs a --corpus", "--update-corpus");
        Refuses(run, "exclude each other", "--corpus", run["none"], "--update-corpus", "--shard", "1/2");
        Directory.CreateDirectory(run["bad"]);
        run.Write("bad/x.scenario.json", "{ \"schema\": \"iospec/scenario/1\",\n \"suite\": 3 }");
        Refuses(run, $"{run["bad/x.scenario.json"]}:2:", "--corpus", run["bad"]);
    }

    private static void Refuses(ToolRun run, string problem, params string[] options)
    {
        Assert.Equal(2, run.Run([.. Common, "-o", run["out"], .. options]));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    private static void Change(ToolRun run, string name, string other, Action<JsonNode> change)
    {
        var scenario = JsonNode.Parse(File.ReadAllText(run["c/iommu/" + name]))!;
        change(scenario);
        run.Write($"c/iommu/{other}.scenario.json", scenario.ToJsonString());
    }

    private static string[] Names(ToolRun run) =>
        [.. Directory.GetFiles(run["c/iommu"]).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonObject> Failures(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["targets"]!.AsArray()
            .SelectMany(target => target!["failures"]!.AsArray()).Select(failure => failure!.AsObject());

    private static string Setting(string folder, string name) =>
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["settings"]!.AsArray()
            .First(s => (string)s!["name"]! == name)!["value"]!;
}
