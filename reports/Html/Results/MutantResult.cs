using System.Text.Json;

namespace IoSpec.Html.Results;

/// <summary>What became of a mutant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Area">The id of its area.</param>
/// <param name="Requirement">The id of the requirement that it breaks.</param>
/// <param name="Violated">The ids of all that it was seen to break.</param>
/// <param name="IsKilled">Whether its own requirement was seen broken.</param>
/// <param name="Operations">Operations until that was seen.</param>
/// <param name="Shrunk">Operations of the smallest sequence that shows it.</param>
public sealed record MutantResult(
    string Id, string Area, string Requirement, IReadOnlyList<string> Violated, bool IsKilled, ulong Operations,
    ulong Shrunk)
{
    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/mutants/1";

    /// <summary>Reads what <c>iospec mutants run --format json</c> has written.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>The mutants.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<MutantResult> Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        try
        {
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != Schema)
                throw new FormatException($"\"schema\" is not \"{Schema}\"");
            return [.. root.GetProperty("mutants").EnumerateArray().Select(One)];
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"these are no mutants: {exception.Message}", exception);
        }
    }

    private static MutantResult One(JsonElement one) => new(
        Text(one, "id"), Text(one, "area"), Text(one, "requirement"),
        [.. one.GetProperty("violated").EnumerateArray().Select(v => v.GetString() ?? "")],
        one.GetProperty("killed").GetBoolean(), one.GetProperty("operationsToDetection").GetUInt64(),
        one.GetProperty("shrunkOperations").GetUInt64());

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";
}
