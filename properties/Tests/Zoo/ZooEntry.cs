using System.Text.Json;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Zoo;

/// <summary>A bug of the past, and the mutants that stand for it or the reason why none does.</summary>
/// <param name="Id">Its id, such as <c>MAP-01</c>.</param>
/// <param name="Bug">What was wrong, as a sentence.</param>
/// <param name="Reference">Where that can be read.</param>
/// <param name="Mutants">The ids of the mutants.</param>
/// <param name="Reason">Why there are none; null if there are.</param>
/// <param name="Needs">What it would take to have one; null if there is.</param>
/// <param name="Unusual">The ids of unusual implementations that do what the bug did, where that is allowed.</param>
internal sealed record ZooEntry(
    string Id, string Bug, string Reference, IReadOnlyList<string> Mutants, string? Reason, string? Needs,
    IReadOnlyList<string> Unusual)
{
    /// <summary>All entries, in the order of the file.</summary>
    public static IReadOnlyList<ZooEntry> All { get; } = Read();

    private static List<ZooEntry> Read()
    {
        using var document = JsonDocument.Parse(Repository.Text("fixtures/scenarios/zoo.json"));
        return [.. document.RootElement.GetProperty("entries").EnumerateArray().Select(One)];
    }

    private static ZooEntry One(JsonElement entry) => new(
        entry.GetProperty("id").GetString()!,
        entry.GetProperty("bug").GetString()!,
        entry.GetProperty("reference").GetString()!,
        Names(entry, "mutants"),
        entry.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
        entry.TryGetProperty("needs", out var needs) ? needs.GetString() : null,
        Names(entry, "unusual"));

    private static List<string> Names(JsonElement entry, string name) => entry.TryGetProperty(name, out var names)
        ? [.. names.EnumerateArray().Select(each => each.GetString()!)]
        : [];
}
