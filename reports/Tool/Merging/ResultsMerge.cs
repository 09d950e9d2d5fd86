using System.Text.Json.Nodes;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Merging;

/// <summary>Results of several runs as those of one: shards of a campaign, or runs of several targets.</summary>
/// <remarks>
/// Of one target and version, hits, cases and coverage are added, of equal failures the one of the lowest case stays,
/// and of several verdicts the one that counts most. All have to be of one version of the suite and one seed: a case
/// has its meaning from them.
/// </remarks>
internal static class ResultsMerge
{
    /// <summary>Merges.</summary>
    /// <param name="runs">The results, each with the path that errors call it.</param>
    /// <returns>The results of all.</returns>
    /// <exception cref="UsageException">They do not go together.</exception>
    public static JsonObject Of(IReadOnlyList<(string Path, JsonObject Results)> runs)
    {
        foreach (var name in (string[])["suite", "seed"]) RequireSame(runs, name);
        var targets = runs.SelectMany(run => run.Results["targets"]!.AsArray().Select(t => t!.AsObject()))
            .GroupBy(t => (Text(t, "target"), Text(t, "version")))
            .Select(group => TargetMerge.Of([.. group]))
            .ToList();
        var first = runs[0].Results;
        var merged = new JsonObject
        {
            ["schema"] = ResultsFile.Schema,
            ["suite"] = Text(first, "suite"),
            ["seed"] = Text(first, "seed"),
            ["settings"] = Distinct(runs, "settings"),
            ["exit"] = Exit(runs, targets),
            ["verdict"] = VerdictText.Worst(targets.Select(t => Text(t, "verdict"))),
            ["interrupted"] = runs.Any(run => run.Results["interrupted"]!.GetValue<bool>()),
            ["targets"] = new JsonArray([.. targets]),
        };
        if (MatrixOf(merged) is { } matrix) merged["matrix"] = matrix;
        merged["waivers"] = Waivers(runs, targets);
        merged["timing"] = new JsonObject();
        return merged;
    }

    // Whether something was left open shows in the parts together only.
    private static int Exit(IReadOnlyList<(string Path, JsonObject Results)> runs, List<JsonObject> targets)
    {
        var codes = runs.Select(run => run.Results["exit"]!.GetValue<int>())
            .Where(code => code != ExitCode.Inconclusive).ToList();
        var isOpen = targets.Exists(target => target["problem"] is null && !VerdictText.AreConclusive(
            target["requirements"]!.AsArray().Select(r => Text(r!.AsObject(), "verdict"))));
        if (isOpen) codes.Add(ExitCode.Inconclusive);
        return ExitCode.Of(codes);
    }

    private static void RequireSame(IReadOnlyList<(string Path, JsonObject Results)> runs, string name)
    {
        var wanted = Text(runs[0].Results, name);
        var (path, other) = runs.FirstOrDefault(run => Text(run.Results, name) != wanted);
        if (path is not null)
        {
            throw new UsageException(
                $"{path}: \"{name}\" is \"{Words.Safe(Text(other, name))}\", but that of {runs[0].Path} is "
                + $"\"{Words.Safe(wanted)}\"");
        }
    }

    private static JsonArray Distinct(IReadOnlyList<(string Path, JsonObject Results)> runs, string name) =>
    [
        .. runs.SelectMany(run => run.Results[name]!.AsArray())
            .DistinctBy(item => item!.ToJsonString(), StringComparer.Ordinal)
            .Select(item => item!.DeepClone()),
    ];

    // One that a shard did not need, another may have needed.
    private static JsonArray Waivers(IReadOnlyList<(string Path, JsonObject Results)> runs, List<JsonObject> targets)
    {
        var used = targets.SelectMany(t => t["failures"]!.AsArray())
            .Select(f => (string?)f!["waiver"]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Distinct(runs, "waivers")
                .Where(note => (string)note!["problem"]! != "stale" || !used.Contains((string)note["id"]!))
                .Select(note => note!.DeepClone()),
        ];
    }

    private static JsonNode? MatrixOf(JsonObject merged)
    {
        var targets = ResultsFile.Targets(merged.ToJsonString());
        var text = JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            MatrixJson.Write(writer, targets);
            writer.WriteEndObject();
        });
        return JsonNode.Parse(text)!["matrix"]?.DeepClone();
    }

    private static string Text(JsonObject item, string name) => (string)item[name]!;
}
