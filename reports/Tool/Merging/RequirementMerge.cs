using System.Text.Json.Nodes;
using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>
/// What several runs say of one requirement on one target, as one: as <see cref="AreaVerdict"/> does.
/// </summary>
internal static class RequirementMerge
{
    /// <summary>Merges.</summary>
    /// <param name="parts">What each run says.</param>
    /// <param name="failures">The failures of the requirement that are left.</param>
    /// <param name="cases">How many cases its area has.</param>
    public static JsonObject Of(List<JsonObject> parts, List<JsonObject> failures, ulong cases)
    {
        var verdict = failures.Count > 0
            ? VerdictOrder.Worst(failures.Select(Counted))
            : WithoutFailures([.. parts.Select(p => VerdictText.Of(p.Text("verdict")))]);
        var saying = parts.Find(p => p.Text("verdict") == verdict.Text()) ?? parts[0];
        var reason = failures.Count > 0 ? Why(failures, saying)
            : verdict == Verdict.Untested ? AreaVerdict.Untested(cases)
            : (string?)saying["reason"] ?? "";
        var merged = saying.DeepClone().AsObject();
        merged["verdict"] = verdict.Text();
        merged["hits"] = JsonItems.Sum(parts.Select(p => p["hits"]!));
        merged["cases"] = JsonItems.Sum(parts.Select(p => p["cases"]!));
        merged.Remove("reason");
        if (verdict != Verdict.NotApplicable) merged.Remove("kind");
        if (reason.Length > 0) merged["reason"] = reason;
        return merged;
    }

    /// <summary>The verdict of a failure that counts.</summary>
    public static Verdict Counted(JsonObject failure) =>
        (string?)failure["waiver"] is not null ? Verdict.Waived
        : failure["unknownVersion"]!.GetValue<bool>() ? Verdict.Warn
        : VerdictText.Of(failure.Text("verdict"));

    // What one run did not test, another may have tested, or may have found that nothing could test it.
    private static Verdict WithoutFailures(List<Verdict> verdicts)
    {
        var known = verdicts.FindAll(v => v != Verdict.Untested);
        return VerdictOrder.Worst(known.Count > 0 ? known : verdicts);
    }

    // Of what may not be shown, the results of one run say why.
    private static string Why(List<JsonObject> failures, JsonObject saying)
    {
        if (failures.Find(f => Counted(f) == Verdict.Error) is { } doubtful)
        {
            return doubtful["secondJudge"] is JsonObject second
                ? $"second judge: {second.Text("opinion")}"
                : (string?)saying["reason"] ?? "";
        }

        if (failures.Exists(f => f["unknownVersion"]!.GetValue<bool>())) return "unknown version";
        var waivers = failures.Select(f => (string?)f["waiver"]).ToList();
        return waivers.Contains(null) ? "" : "waiver " + string.Join(", ", waivers.Distinct(StringComparer.Ordinal));
    }
}
