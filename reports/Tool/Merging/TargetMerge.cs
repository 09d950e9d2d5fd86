using System.Text.Json.Nodes;
using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>What several runs say of one target and version, as one.</summary>
internal static class TargetMerge
{
    /// <summary>Merges.</summary>
    public static JsonObject Of(IReadOnlyList<JsonObject> parts)
    {
        var merged = new JsonObject
        {
            ["target"] = Text(parts[0], "target"),
            ["version"] = Text(parts[0], "version"),
            ["verdict"] = "",
            ["operations"] = Sum(parts.Select(p => p["operations"]!)),
            ["seconds"] = Math.Round(parts.Sum(p => p["seconds"]!.GetValue<double>()), 3),
        };
        if (parts.Select(p => (string?)p["problem"]).FirstOrDefault(p => p is not null) is { } problem)
            merged["problem"] = problem;
        merged["requirements"] = new JsonArray([.. All(parts, "requirements")
            .GroupBy(r => Text(r, "id"), StringComparer.Ordinal).Select(group => Requirement([.. group]))]);
        merged["verdict"] = Verdict(merged, parts);
        merged["failures"] = new JsonArray([.. All(parts, "failures")
            .GroupBy(Key, StringComparer.Ordinal).Select(group => group.MinBy(Case)!.DeepClone())]);
        merged["coverage"] = Coverage(parts);
        merged["timing"] = new JsonObject();
        return merged;
    }

    // What one part did not test, another may have tested; a part in which the suite failed stays one.
    private static string Verdict(JsonObject merged, IReadOnlyList<JsonObject> parts)
    {
        var error = Engine.Verdict.Error.Text();
        return parts.Any(p => Text(p, "verdict") == error)
            ? error
            : VerdictText.Worst(merged["requirements"]!.AsArray().Select(r => Text(r!.AsObject(), "verdict")));
    }

    // The reason is that of the verdict which counts; what another part has tested is not untested.
    private static JsonNode Requirement(List<JsonObject> parts)
    {
        var verdict = VerdictText.Together(parts.Select(p => Text(p, "verdict")));
        var merged = parts.First(p => Text(p, "verdict") == verdict).DeepClone();
        merged["hits"] = Sum(parts.Select(p => p["hits"]!));
        merged["cases"] = Sum(parts.Select(p => p["cases"]!));
        return merged;
    }

    private static JsonObject Coverage(IReadOnlyList<JsonObject> parts)
    {
        var merged = new JsonObject();
        var areas = parts.SelectMany(p => p["coverage"]!.AsObject()).GroupBy(a => a.Key, StringComparer.Ordinal);
        foreach (var area in areas) merged[area.Key] = Added([.. area.Select(a => a.Value!)]);
        return merged;
    }

    // Numbers are added, member by member.
    private static JsonNode Added(List<JsonNode> parts)
    {
        if (parts[0] is not JsonObject) return Sum(parts);
        var merged = new JsonObject();
        foreach (var member in parts.SelectMany(p => p.AsObject()).GroupBy(m => m.Key, StringComparer.Ordinal))
            merged[member.Key] = Added([.. member.Select(m => m.Value!)]);
        return merged;
    }

    // What may not be shown has no signature: there its verdict tells it from others.
    private static string Key(JsonObject failure) => Text(failure, "signature") is { Length: > 0 } signature
        ? signature
        : $"{Text(failure, "requirement")} {Text(failure, "verdict")}";

    private static long Case(JsonObject failure) => failure["case"]?.GetValue<long>() ?? long.MaxValue;

    private static IEnumerable<JsonObject> All(IReadOnlyList<JsonObject> parts, string name) =>
        parts.SelectMany(p => p[name]!.AsArray()).Select(item => item!.AsObject());

    private static JsonValue Sum(IEnumerable<JsonNode> numbers) =>
        JsonValue.Create(numbers.Aggregate(0ul, (sum, number) => sum + number.GetValue<ulong>()));

    private static string Text(JsonObject item, string name) => (string)item[name]!;
}
