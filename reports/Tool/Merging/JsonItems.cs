using System.Text.Json.Nodes;

namespace IoSpec.Tool.Merging;

/// <summary>Members of results that were read before, and so are known to be there.</summary>
internal static class JsonItems
{
    /// <summary>A text.</summary>
    public static string Text(this JsonObject item, string name) => (string)item[name]!;

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonObject> Items(this JsonObject item, string name) =>
        item[name]!.AsArray().Select(one => one!.AsObject());

    /// <summary>The sum of numbers.</summary>
    public static JsonValue Sum(IEnumerable<JsonNode> numbers) =>
        JsonValue.Create(numbers.Aggregate(0ul, (sum, number) => sum + number.GetValue<ulong>()));
}
