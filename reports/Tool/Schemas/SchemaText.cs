using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IoSpec.Tool.Schemas;

/// <summary>A JSON Schema as text.</summary>
internal static class SchemaText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a schema.</summary>
    /// <param name="id">The name and version of what it describes.</param>
    /// <param name="schema">What it demands.</param>
    /// <param name="shapes">What holds the definitions that it refers to.</param>
    public static string Of(string id, JsonObject schema, ShapeSchema shapes)
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = id,
        };
        foreach (var (name, value) in schema) whole[name] = value?.DeepClone();
        whole["$defs"] = shapes.Definitions();
        return whole.ToJsonString(Options) + "\n";
    }
}
