using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Html.Results;

/// <summary>Reads <c>results.json</c>.</summary>
/// <param name="scenarios">The scenario at a path from the folder of the results; null if it cannot be read.</param>
public sealed class ResultsReader(Func<string, Scenario?> scenarios)
{
    /// <summary>Reads results.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <returns>The results.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">These are no results; the message says what is wrong.</exception>
    public RunResults Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        try
        {
            return Results(document.RootElement);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"these are no results of a run: {exception.Message}", exception);
        }
    }

    private RunResults Results(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && Text(root, "schema") != RunResults.Schema)
            throw new FormatException($"\"schema\" is not \"{RunResults.Schema}\"");
        return new RunResults(
            Text(root, "suite"), Text(root, "seed"),
            [.. Items(root, "settings").Select(s =>
                new SettingResult(Text(s, "name"), Text(s, "value"), Text(s, "origin")))],
            root.GetProperty("exit").GetInt32(), VerdictOf(root, "verdict"),
            root.GetProperty("interrupted").GetBoolean(),
            [.. Items(root, "targets").Select(Target)],
            root.TryGetProperty("matrix", out var matrix) ? [.. Items(matrix, "comparisons").Select(Comparison)] : [],
            root.TryGetProperty("alternatives", out _) ? [.. Items(root, "alternatives").Select(Alternatives)] : [],
            [.. Items(root, "waivers").Select(w => new WaiverProblem(Text(w, "id"), Text(w, "problem")))]);
    }

    private TargetResult Target(JsonElement target) => new(
        Text(target, "target"), Text(target, "version"), VerdictOf(target, "verdict"), Number(target, "operations"),
        Optional(target, "problem"),
        [.. Items(target, "requirements").Select(Requirement)],
        [.. Items(target, "failures").Select(Failure)],
        [.. target.GetProperty("coverage").EnumerateObject().Select(Coverage)]);

    private static RequirementResult Requirement(JsonElement one) => new(
        Text(one, "id"), Text(one, "area"), Text(one, "level"), Text(one, "axis"), SeverityOf(one),
        VerdictOf(one, "verdict"), Number(one, "hits"), Number(one, "cases"), Optional(one, "kind") ?? "",
        Optional(one, "reason") ?? "");

    private FailureResult Failure(JsonElement one)
    {
        var path = Optional(one, "scenario");
        return new FailureResult
        {
            Requirement = Text(one, "requirement"),
            Area = Text(one, "area"),
            Verdict = VerdictOf(one, "verdict"),
            Severity = SeverityOf(one),
            Signature = Text(one, "signature"),
            Operations = one.GetProperty("operations").GetInt64(),
            IsMinimal = one.GetProperty("minimal").GetBoolean(),
            Path = path,
            Waiver = Optional(one, "waiver") is { } id ? Known(one, id) : null,
            IsUnknownVersion = one.GetProperty("unknownVersion").GetBoolean(),
            Case = Whole(one, "case", 0),
            Before = Whole(one, "before", 0),
            Reproduced = Whole(one, "reproduced", -1),
            Expected = Optional(one, "expected") ?? "",
            Got = Optional(one, "got") ?? "",
            PassesIf = Explained(one, "passesIf"),
            Irrelevant = Explained(one, "irrelevant"),
            Also = Explained(one, "also"),
            Opinion = one.TryGetProperty("secondJudge", out var second) ? Text(second, "opinion") : "",
            Scenario = path is null ? null : scenarios(path),
        };
    }

    private static string[] Explained(JsonElement failure, string name) =>
        failure.TryGetProperty("explanation", out var explanation)
            ? [.. Items(explanation, name).Select(item => item.GetString() ?? "")]
            : [];

    private static KnownBy Known(JsonElement failure, string id) => failure.TryGetProperty("waived", out var waived)
        ? new KnownBy(id, Text(waived, "reason"), Text(waived, "source"), Optional(waived, "expires") ?? "")
        : new KnownBy(id, "", "", "");

    private static AreaCoverage Coverage(JsonProperty area) => new(
        area.Name, Number(area.Value, "cases"), Number(area.Value, "operations"), Number(area.Value, "skipped"),
        Number(area.Value, "avoided"), Number(area.Value, "ambiguous"), Counts(area.Value, "coverpoints"),
        Counts(area.Value, "pairs"));

    private static List<KeyValuePair<string, ulong>> Counts(JsonElement item, string name) =>
        [.. item.GetProperty(name).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetUInt64()))];

    private static VersionComparison Comparison(JsonElement one) => new(
        Side(one.GetProperty("before")), Side(one.GetProperty("after")),
        [.. Items(one, "changes").Select(change => new VersionChange(
            Text(change, "requirement"), Text(change, "kind"), OptionalVerdict(change, "before"),
            OptionalVerdict(change, "after")))]);

    private static AlternativesResult Alternatives(JsonElement one) => new(
        Text(one, "area"), Number(one, "cases"),
        [.. Items(one, "rows").Select(row => new AlternativeResult(
            Text(row, "name"), Text(row, "source"),
            [.. Items(row, "measures").Select(m => KeyValuePair.Create(Text(m, "name"), Finite(m, "value")))],
            [.. Items(row, "violated").Select(id => id.GetString() ?? "")]))]);

    private static double Finite(JsonElement item, string name) => item.GetProperty(name).GetDouble() is var number
        && double.IsFinite(number) ? number : throw new InvalidOperationException($"\"{name}\" is no number");

    private static string Side(JsonElement side) =>
        OneLine.Of($"{Text(side, "target")} {Text(side, "version")}".TrimEnd(), 300);

    private static Verdict? OptionalVerdict(JsonElement item, string name) =>
        Optional(item, name) is null ? null : VerdictOf(item, name);

    private static Verdict VerdictOf(JsonElement item, string name)
    {
        var text = Text(item, name);
        return VerdictOrder.All.Cast<Verdict?>().FirstOrDefault(v => v!.Value.Text() == text)
            ?? throw new InvalidOperationException($"\"{OneLine.Of(text, 60)}\" is no verdict");
    }

    private static Severity SeverityOf(JsonElement item) =>
        Array.Find(Enum.GetValues<Severity>().Cast<Severity?>().ToArray(), s => string.Equals(
            s.ToString(), Text(item, "severity"), StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"\"{OneLine.Of(Text(item, "severity"), 60)}\" is no severity");

    private static IEnumerable<JsonElement> Items(JsonElement item, string name) =>
        item.GetProperty(name).EnumerateArray();

    private static ulong Number(JsonElement item, string name) => item.GetProperty(name).GetUInt64();

    private static long Whole(JsonElement item, string name, long otherwise) =>
        item.TryGetProperty(name, out var number) ? number.GetInt64() : otherwise;

    private static string? Optional(JsonElement item, string name) =>
        item.TryGetProperty(name, out var text) && text.ValueKind != JsonValueKind.Null ? text.GetString() : null;

    private static string Text(JsonElement item, string name) =>
        item.GetProperty(name).GetString() ?? throw new InvalidOperationException($"\"{name}\" is null");
}
