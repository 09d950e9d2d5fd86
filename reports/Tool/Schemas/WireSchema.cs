using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Contracts;

namespace IoSpec.Tool.Schemas;

/// <summary>The schema of a line of the protocol of plug-ins: one alternative for each kind of line.</summary>
internal static class WireSchema
{
    private const string Id = "iospec/wire/1";
    private const string ToPlugin = "to the plug-in";
    private const string FromPlugin = "from the plug-in";

    public static string Text()
    {
        var shapes = new ShapeSchema();
        var lines = new JsonArray
        {
            Request("hello", "", ("protocol", Constant(1))),
            Request("bye", ""),
            Line($"{FromPlugin}: reset and bye are done", []),
            Line($"{FromPlugin}: it has failed", [("error", Typed("string"))]),
            Hello(shapes),
        };
        foreach (var area in AreaCatalogue.All)
        {
            var operation = shapes.Of(Shape.Of(area.Types.Operation));
            var seen = shapes.Of(Shape.Of(area.Types.Observation));
            lines.Add(Request("reset", area.Id, ("area", Constant(area.Id)),
                ("configuration", shapes.Of(Shape.Of(area.Types.Configuration)))));
            lines.Add(Request("step", area.Id, ("operation", operation.DeepClone())));
            lines.Add(Request("run", area.Id, ("operations", List(operation))));
            lines.Add(Line($"{FromPlugin}: step, {area.Id}", [("seen", seen.DeepClone())]));
            lines.Add(Line($"{FromPlugin}: run, {area.Id}", [("seen", List(seen))]));
        }

        return SchemaText.Of(Id, new JsonObject { ["anyOf"] = lines }, shapes);
    }

    private static JsonObject Hello(ShapeSchema shapes)
    {
        var offers = new JsonArray();
        foreach (var area in AreaCatalogue.All)
        {
            var members = new List<(string, JsonNode)> { ("area", Constant(area.Id)) };
            var optional = new List<(string, JsonNode)>();
            if (area.CapabilitiesType is { } type)
            {
                var either = new JsonArray(shapes.Of(Shape.Of(type)), Typed("null"));
                optional.Add(("capabilities", new JsonObject { ["anyOf"] = either }));
            }

            offers.Add(Object(members, optional));
        }

        var areas = List(new JsonObject { ["anyOf"] = offers });
        areas["minItems"] = 1;
        return Line($"{FromPlugin}: hello",
            [("protocol", Constant(1)), ("name", Typed("string")), ("version", Typed("string")), ("areas", areas)]);
    }

    private static JsonObject Request(string command, string area, params (string, JsonNode)[] members)
    {
        var title = $"{ToPlugin}: {command}{(area.Length > 0 ? ", " + area : "")}";
        return Titled(title, Object([("command", Constant(command)), ("seq", Typed("string")), .. members], []));
    }

    private static JsonObject Line(string title, (string, JsonNode)[] members) =>
        Titled(title, Object([("seq", Typed("string")), .. members], []));

    private static JsonObject Titled(string title, JsonObject schema)
    {
        schema.Insert(0, "title", title);
        return schema;
    }

    private static JsonObject Object(
        IReadOnlyList<(string Name, JsonNode Schema)> members, IReadOnlyList<(string Name, JsonNode Schema)> optional)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members.Concat(optional)) properties[name] = schema;
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. members.Select(m => JsonValue.Create(m.Name))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Constant(JsonNode value) => new() { ["const"] = value };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };
}
