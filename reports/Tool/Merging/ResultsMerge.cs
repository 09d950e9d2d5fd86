using System.Globalization;
using System.Text.Json.Nodes;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Merging;

/// <summary>Results of several runs as those of one: shards of a run, or runs of several targets or areas.</summary>
/// <remarks>
/// Of one target and version, hits, cases and coverage are added, of equal failures the one of the lowest case stays,
/// and verdicts are said anew of what is left. All shards of a run give what the whole run would have given.
/// </remarks>
internal static class ResultsMerge
{
    /// <summary>The member of a failure that tells, while it is merged, which run it is from.</summary>
    public const string From = "from";

    /// <summary>Merges.</summary>
    /// <param name="runs">The runs.</param>
    /// <returns>The results of all; their failures still have <see cref="From"/>.</returns>
    /// <exception cref="UsageException">They do not go together.</exception>
    public static JsonObject Of(IReadOnlyList<RunPart> runs)
    {
        MergeRules.Check(runs);
        var targets = runs.SelectMany(Targets)
            .GroupBy(t => (t.Text("target"), t.Text("version")))
            .Select(group => TargetMerge.Of([.. group]))
            .ToList();
        var shards = runs.Select(run => run.Shards).OfType<ShardSet>().Aggregate(
            (ShardSet?)null, (all, one) => all is null ? one : all.With(one));
        var settings = Settings(runs, shards);
        var waivers = Waivers(runs, targets);
        var isInterrupted = runs.Any(run => run.Results["interrupted"]!.GetValue<bool>());
        var merged = new JsonObject
        {
            ["schema"] = ResultsFile.Schema,
            ["suite"] = runs[0].Results.Text("suite"),
            ["seed"] = runs[0].Results.Text("seed"),
            ["settings"] = settings,
            ["exit"] = ExitMerge.Of(
                targets, isInterrupted, waivers.Count > 0 && IsStrict(settings),
                (target, area) => LeastCoverage(runs, shards, target, area)),
            ["verdict"] = VerdictText.Worst(targets.Select(t => t.Text("verdict"))),
            ["interrupted"] = isInterrupted,
            ["targets"] = new JsonArray([.. targets]),
        };
        if (MatrixOf(merged) is { } matrix) merged["matrix"] = matrix;
        if (Alternatives(runs) is { Count: > 0 } alternatives) merged["alternatives"] = alternatives;
        merged["waivers"] = waivers;
        merged["timing"] = new JsonObject();
        return merged;
    }

    private static IEnumerable<JsonObject> Targets(RunPart run, int index)
    {
        foreach (var failure in run.Results.Items("targets").SelectMany(t => t.Items("failures")))
            failure[From] = index;
        return run.Results.Items("targets");
    }

    // The shards of a time are not what one run would have done in that time, and so stay shards.
    private static JsonArray Settings(IReadOnlyList<RunPart> runs, ShardSet? shards)
    {
        var isWhole = shards is { IsWhole: true } && !runs.Any(
            run => run.Settings.Any(s => s.Text("name") == Setting.Time));
        var merged = new JsonArray();
        foreach (var setting in Distinct(runs, "settings", s => s.Text("name") == Setting.Shard
            ? Setting.Shard
            : s.ToJsonString()))
        {
            if (setting.Text("name") == Setting.Shard)
            {
                if (isWhole) continue;
                setting["value"] = shards!.ToString();
            }

            merged.Add((JsonNode)setting);
        }

        return merged;
    }

    private static bool IsStrict(JsonArray settings) =>
        settings.Any(s => s!.AsObject().Text("name") == Setting.StrictWaivers);

    // While some shards are missing nothing can be said of what all of them reach, and what one run asks of what it
    // judges another does not ask.
    private static int LeastCoverage(IReadOnlyList<RunPart> runs, ShardSet? shards, JsonObject target, string area) =>
        runs.Where(run => (run.Shards is null || shards!.IsWhole) && run.Tells(target, area))
            .SelectMany(run => run.Settings).Where(s => s.Text("name") == Setting.CoverAtLeast)
            .Select(s => Percent(s.Text("value"))).DefaultIfEmpty(0).Max();

    private static int Percent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0;

    private static JsonArray Alternatives(IReadOnlyList<RunPart> runs) =>
    [
        .. Distinct([.. runs.Where(run => run.Results["alternatives"] is not null)], "alternatives",
            comparison => comparison.Text("area")),
    ];

    private static IEnumerable<JsonObject> Distinct(
        IReadOnlyList<RunPart> runs, string name, Func<JsonObject, string> key) =>
        runs.SelectMany(run => run.Results.Items(name)).DistinctBy(key, StringComparer.Ordinal)
            .Select(item => item.DeepClone().AsObject());

    // One that a shard did not need, another may have needed.
    private static JsonArray Waivers(IReadOnlyList<RunPart> runs, List<JsonObject> targets)
    {
        var used = targets.SelectMany(t => t.Items("failures"))
            .Select(f => (string?)f["waiver"]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Distinct(runs, "waivers", note => note.ToJsonString())
                .Where(note => note.Text("problem") != "stale" || !used.Contains(note.Text("id")))
                .OrderBy(note => note.Text("id"), StringComparer.Ordinal),
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
}
