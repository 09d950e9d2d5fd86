using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IoSpec.Tests.Tool;

/// <summary>As much of JSON Schema as the schemas of this tool use.</summary>
/// <param name="root">The whole schema.</param>
internal sealed class SchemaOf(JsonNode root)
{
    private const string Definitions = "#/$defs/";

    /// <summary>What is wrong with a value, each with its place.</summary>
    public IEnumerable<string> Problems(JsonNode? value) => Problems(value, root, "$");

    private IEnumerable<string> Problems(JsonNode? value, JsonNode rule, string place)
    {
        if (rule["$ref"] is { } reference)
            return Problems(value, root["$defs"]![((string)reference!)[Definitions.Length..]]!, place);
        if (rule["anyOf"] is JsonArray any)
            return any.Any(one => !Problems(value, one!, place).Any()) ? [] : [$"{place} is none of them"];
        if (rule["oneOf"] is JsonArray only)
            return only.Count(one => !Problems(value, one!, place).Any()) == 1 ? [] : [$"{place} is not one of them"];
        var wrong = new List<string>();
        if (rule["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            wrong.Add($"{place} is another value");
        if (rule["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)))
            wrong.Add($"{place} is no value of the list");
        if (rule["type"] is { } type && !TypesOf(value).Any(own => Names(type).Contains(own, StringComparer.Ordinal)))
            wrong.Add($"{place} is no {type.ToJsonString()}");
        if (rule["minimum"] is { } least && value?.GetValueKind() == JsonValueKind.Number
            && Number(value) < Number(least))
            wrong.Add($"{place} is less than {least}");
        if (value is JsonObject members) wrong.AddRange(Members(members, rule, place));
        if (value is JsonArray items && rule["items"] is { } item)
            wrong.AddRange(items.SelectMany((each, i) => Problems(each, item, $"{place}[{i}]")));
        return wrong;
    }

    private IEnumerable<string> Members(JsonObject members, JsonNode rule, string place)
    {
        foreach (var needed in rule["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey((string)needed!)) yield return $"{place}.{needed} is missing";
        }

        foreach (var (name, value) in members)
        {
            var own = rule["properties"]?[name] ?? rule["additionalProperties"];
            if (own is null) continue;
            if (own is JsonValue)
            {
                if (!(bool)own) yield return $"{place}.{name} is not known";
                continue;
            }

            foreach (var problem in Problems(value, own, $"{place}.{name}")) yield return problem;
        }
    }

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(JsonNode type) =>
        type is JsonArray several ? several.Select(one => (string)one!) : [(string)type!];

    private static string[] TypesOf(JsonNode? value) => value switch
    {
        null => ["null"],
        JsonObject => ["object"],
        JsonArray => ["array"],
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => ["string"],
            JsonValueKind.Number => ["number", "integer"],
            _ => ["boolean"],
        },
    };
}
