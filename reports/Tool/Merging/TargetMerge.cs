using System.Text.Json.Nodes;
using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>What several runs say of one target and version, as one.</summary>
internal static class TargetMerge
{
    private const string ProblemExit = "problemExit";

    /// <summary>Merges.</summary>
    public static JsonObject Of(IReadOnlyList<JsonObject> parts)
    {
        var coverage = Coverage(parts);
        var failures = Failures(parts);
        var requirements = parts.SelectMany(p => p.Items("requirements"))
            .GroupBy(r => r.Text("id"), StringComparer.Ordinal)
            .Select(group => Requirement([.. group], failures, coverage))
            .ToList();
        var merged = new JsonObject
        {
            ["target"] = parts[0].Text("target"),
            ["version"] = parts[0].Text("version"),
            ["verdict"] = "",
            ["operations"] = JsonItems.Sum(parts.Select(p => p["operations"]!)),
            ["seconds"] = Math.Round(parts.Sum(p => p["seconds"]!.GetValue<double>()), 3),
        };
        if (parts.OrderByDescending(p => ProblemOf(p) ?? 0).First() is { } worst && ProblemOf(worst) is { } code)
        {
            merged["problem"] = worst.Text("problem");
            merged[ProblemExit] = code;
        }

        merged["verdict"] = ProblemOf(merged) == ExitCode.Internal
            ? Verdict.Error.Text()
            : VerdictText.Worst(requirements.Select(r => r.Text("verdict")));
        merged["requirements"] = new JsonArray([.. requirements]);
        merged["failures"] = new JsonArray([.. failures]);
        merged["coverage"] = coverage;
        merged["timing"] = new JsonObject();
        return merged;
    }

    /// <summary>The exit code for what kept a target from being judged; null if nothing did.</summary>
    public static int? ProblemOf(JsonObject target) =>
        target["problem"] is null ? null : target[ProblemExit]?.GetValue<int>() ?? ExitCode.Unavailable;

    private static JsonObject Requirement(List<JsonObject> parts, List<JsonObject> failures, JsonObject coverage)
    {
        var (id, area) = (parts[0].Text("id"), parts[0].Text("area"));
        var cases = coverage[area]?["cases"]?.GetValue<ulong>() ?? 0;
        return RequirementMerge.Of(parts, failures.FindAll(f => f.Text("requirement") == id), cases);
    }

    // By area, and in it by case: in the order in which a run tells them.
    private static List<JsonObject> Failures(IReadOnlyList<JsonObject> parts)
    {
        var areas = parts.SelectMany(p => p["coverage"]!.AsObject().Select(a => a.Key))
            .Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. parts.SelectMany(Keyed)
                .GroupBy(pair => pair.Key, pair => pair.Failure, StringComparer.Ordinal)
                .Select(group => group.MinBy(Case)!.DeepClone().AsObject())
                .OrderBy(failure => areas.IndexOf(failure.Text("area")))
                .ThenBy(Case)
                .ThenBy(failure => failure.Text("signature"), StringComparer.Ordinal),
        ];
    }

    // What may not be shown has no signature: there its verdict tells it from others, and how many went before it.
    private static IEnumerable<(string Key, JsonObject Failure)> Keyed(JsonObject part)
    {
        var hidden = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var failure in part.Items("failures"))
        {
            var signature = failure.Text("signature");
            if (signature.Length > 0)
            {
                yield return (signature, failure);
                continue;
            }

            var kind = $"{failure.Text("requirement")} {failure.Text("verdict")} {(string?)failure["waiver"]}";
            hidden[kind] = hidden.GetValueOrDefault(kind) + 1;
            yield return ($"{kind} {hidden[kind].ToText()}", failure);
        }
    }

    private static JsonObject Coverage(IReadOnlyList<JsonObject> parts)
    {
        var merged = new JsonObject();
        var areas = parts.SelectMany(p => p["coverage"]!.AsObject()).GroupBy(a => a.Key, StringComparer.Ordinal);
        foreach (var area in areas)
        {
            var added = Added([.. area.Select(a => a.Value!)]).AsObject();
            added["pairs"] = new JsonObject(added["pairs"]!.AsObject().OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
            merged[area.Key] = added;
        }

        return merged;
    }

    // Numbers are added, member by member.
    private static JsonNode Added(List<JsonNode> parts)
    {
        if (parts[0] is not JsonObject) return JsonItems.Sum(parts);
        var merged = new JsonObject();
        foreach (var member in parts.SelectMany(p => p.AsObject()).GroupBy(m => m.Key, StringComparer.Ordinal))
            merged[member.Key] = Added([.. member.Select(m => m.Value!)]);
        return merged;
    }

    private static long Case(JsonObject failure) => failure["case"]?.GetValue<long>() ?? long.MaxValue;
}
