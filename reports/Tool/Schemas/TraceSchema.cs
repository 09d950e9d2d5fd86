using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Schemas;

/// <summary>The schema of a line of a trace: the first, the start of a case, a step, or the last.</summary>
internal static class TraceSchema
{
    public static string Text()
    {
        var shapes = new ShapeSchema();
        var lines = new JsonArray();
        foreach (var area in AreaCatalogue.All)
        {
            lines.Add(Line($"first, {area.Id}", Head(area, shapes), "schema", "area", "target"));
            lines.Add(Line(
                $"start of a case, {area.Id}",
                Numbered(
                    ("case", Count(Scenario.LeastCase)),
                    ("configuration", shapes.Of(Shape.Of(area.Types.Configuration)))),
                "seq", "case", "configuration"));
            lines.Add(Line(
                $"step, {area.Id}",
                Numbered(
                    ("operation", shapes.Of(Shape.Of(area.Types.Operation))),
                    ("seen", shapes.Of(Shape.Of(area.Types.Observation)))),
                "seq", "operation"));
            lines.Add(Line(
                $"loss, {area.Id}",
                Numbered(
                    ("operations", Items(shapes.Of(Shape.Of(area.Types.Operation)))),
                    ("lost", shapes.Of(Shape.Of(typeof(Loss)))), ("detail", Typed("string"))),
                "seq", "operations", "lost", "detail"));
        }

        lines.Add(Line("last", Numbered(("cases", Count()), ("steps", Count())), "seq", "cases", "steps"));
        return SchemaText.Of(TraceFormat.Schema, new JsonObject { ["anyOf"] = lines }, shapes);
    }

    private static JsonObject Head(Area area, ShapeSchema shapes) => new()
    {
        ["schema"] = new JsonObject { ["const"] = TraceFormat.Schema },
        ["suite"] = Typed("string"),
        ["area"] = new JsonObject { ["const"] = area.Id },
        ["target"] = Typed("string"),
        ["version"] = Typed("string"),
        ["product"] = Typed("boolean"),
        ["seed"] = shapes.Of(Shape.Of(typeof(ulong))),
        ["capabilities"] = area.CapabilitiesType is { } type
            ? new JsonObject { ["anyOf"] = new JsonArray(shapes.Of(Shape.Of(type)), Typed("null")) }
            : Typed("null"),
        ["hidden"] = Items(Typed("string")),
    };

    private static JsonObject Numbered(params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject { ["seq"] = Count(1) };
        foreach (var (name, schema) in members) properties[name] = schema;
        return properties;
    }

    private static JsonObject Line(string title, JsonObject properties, params string[] required) => new()
    {
        ["title"] = title,
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Items(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Count(long least = 0) => new() { ["type"] = "integer", ["minimum"] = least };
}
