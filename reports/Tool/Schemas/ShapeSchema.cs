using System.Text.Json.Nodes;
using IoSpec.Contracts;

namespace IoSpec.Tool.Schemas;

/// <summary>The JSON Schema of what the contract's codec reads and writes, from its shapes.</summary>
internal sealed class ShapeSchema
{
    private const string Digits = "^0x[0-9a-fA-F]{1,16}$";
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The definitions that schemas of this object refer to.</summary>
    public JsonObject Definitions() =>
        new(_definitions.Select(d => new KeyValuePair<string, JsonNode?>(d.Key, d.Value?.DeepClone())));

    /// <summary>The schema of a value.</summary>
    public JsonObject Of(Shape shape) => shape switch
    {
        Shape.Optional optional => new() { ["anyOf"] = new JsonArray(Of(optional.Item), Typed("null")) },
        Shape.Flag => Typed("boolean"),
        Shape.Text => Typed("string"),
        Shape.Scalar or Shape.Integer { Type.Name: nameof(UInt64) } => Typed("string", ("pattern", Digits)),
        Shape.Integer integer => Typed(
            "integer", ("minimum", (long)integer.Least), ("maximum", (long)integer.Most)),
        Shape.Choice { IsSet: true } set => Typed("array", ("uniqueItems", true), ("items", Names(set))),
        Shape.Choice choice => Names(choice),
        Shape.Many many => Typed("array", ("items", Of(many.Item))),
        _ => Reference(shape),
    };

    /// <summary>The schema of an object.</summary>
    /// <param name="product">Its shape.</param>
    /// <param name="first">A member that comes first and has always the same value; null for none.</param>
    public JsonObject Object(Shape.Product product, (string Name, string Value)? first)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        if (first is { } constant)
        {
            properties[constant.Name] = new JsonObject { ["const"] = constant.Value };
            required.Add(constant.Name);
        }

        foreach (var field in product.Fields)
        {
            properties[field.Name] = Of(field.Shape);
            if (!field.IsOptional) required.Add(field.Name);
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Typed(string type, params (string Name, JsonNode Value)[] rules)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var (name, value) in rules) schema[name] = value;
        return schema;
    }

    private static JsonObject Names(Shape.Choice choice) =>
        new() { ["enum"] = new JsonArray([.. choice.Members.Select(m => JsonValue.Create(m.Name))]) };

    private JsonObject Reference(Shape shape)
    {
        var name = shape.Type.Name;
        if (_definitions.TryAdd(name, null))
        {
            _definitions[name] = shape is Shape.Union union
                ? new JsonObject { ["oneOf"] = new JsonArray([.. union.Cases.Select(Case)]) }
                : Object((Shape.Product)shape, null);
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Case(Shape.Product product) => Object(product, (Shape.Union.KindMember, product.Name));
}
