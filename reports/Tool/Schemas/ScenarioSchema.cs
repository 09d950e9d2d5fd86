using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Schemas;

/// <summary>The schema of a scenario: one alternative for each area.</summary>
internal static class ScenarioSchema
{
    public static string Text()
    {
        var shapes = new ShapeSchema();
        var alternatives = new JsonArray();
        foreach (var area in AreaCatalogue.All) alternatives.Add(Of(area, shapes));
        return SchemaText.Of(Scenario.Schema, new JsonObject { ["oneOf"] = alternatives }, shapes);
    }

    private static JsonObject Of(Area area, ShapeSchema shapes)
    {
        var properties = new JsonObject { ["schema"] = new JsonObject { ["const"] = Scenario.Schema } };
        foreach (var field in ((Shape.Product)Shape.Of(typeof(Scenario))).Fields)
            properties[field.Name] = Member(area, field, shapes);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Member(Area area, Field field, ShapeSchema shapes) => field switch
    {
        { Name: "area" } => new JsonObject { ["const"] = area.Id },
        _ when field.Type == typeof(Configuration) => shapes.Of(Shape.Of(area.Types.Configuration)),
        _ when field.Type == typeof(ValueList<Operation>) => Items(shapes.Of(Shape.Of(area.Types.Operation))),
        _ when field.Type == typeof(ValueList<Observation>) => Items(shapes.Of(Shape.Of(area.Types.Observation))),
        _ => shapes.Of(field.Shape),
    };

    private static JsonObject Items(JsonObject item) => new() { ["type"] = "array", ["items"] = item };
}
