using System.Text.Json.Nodes;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Schemas;

/// <summary>The schema of a file of waivers.</summary>
internal static class WaiverSchema
{
    public static string Text()
    {
        var shapes = new ShapeSchema();
        var waivers = new JsonObject { ["type"] = "array", ["items"] = shapes.Of(Shape.Of(typeof(Waiver))) };
        var whole = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["const"] = WaiverFormat.Schema },
                ["waivers"] = waivers,
            },
            ["required"] = new JsonArray("schema", "waivers"),
            ["additionalProperties"] = false,
        };
        return SchemaText.Of(WaiverFormat.Schema, whole, shapes);
    }
}
