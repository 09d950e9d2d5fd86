using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IoSpec.Contracts;

/// <summary>Scenarios as text: JSON with one operation to a line, equal bytes for equal scenarios.</summary>
public static partial class ScenarioFormat
{
    /// <summary>The end of a scenario file's name.</summary>
    public const string Extension = ".scenario.json";

    private const string SchemaMember = "schema";
    private const int SpreadDepth = 2;

    private static readonly Shape.Product Whole = (Shape.Product)Shape.Of(typeof(Scenario));

    // Written for people and tools, never into a page: quotes and signs stay as they are.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented =
        Compact with { Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>Writes a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="types">The types of its area.</param>
    /// <returns>The text, which ends with a line feed.</returns>
    public static string Write(Scenario scenario, AreaTypes types)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString(SchemaMember, Scenario.Schema);
            for (var i = 0; i < Whole.Fields.Count; i++)
            {
                writer.WritePropertyName(Whole.Fields[i].Name);
                WriteMember(writer, Whole.Get(scenario, i), Whole.Fields[i], types);
            }

            writer.WriteEndObject();
        }

        text.Write("\n"u8);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void WriteMember(Utf8JsonWriter writer, object? value, Field field, AreaTypes types)
    {
        switch (value)
        {
            case Configuration: Spread(writer, value, Shape.Of(types.Configuration)); break;
            case ValueList<Operation> operations: WriteLines(writer, operations, Shape.Of(types.Operation)); break;
            case ValueList<Observation> seen: WriteLines(writer, seen, Shape.Of(types.Observation)); break;
            default: JsonCodec.Write(writer, value, field.Shape); break;
        }
    }

    // A configuration in lines: the members of its outer products, the items of lists of products.
    private static void Spread(Utf8JsonWriter writer, object? value, Shape shape)
    {
        switch (shape)
        {
            case Shape.Product product when value is not null && writer.CurrentDepth <= SpreadDepth:
                SpreadFields(writer, value, product, isCase: false);
                break;
            case Shape.Union union when value is not null && writer.CurrentDepth <= SpreadDepth:
                SpreadFields(writer, value, union.CaseOf(value), isCase: true);
                break;
            case Shape.Many { Item: Shape.Product or Shape.Union } many when value is not null:
                WriteLines(writer, many.Items(value), many.Item);
                break;
            default:
                writer.WriteRawValue(Line(value, shape), skipInputValidation: true);
                break;
        }
    }

    private static void SpreadFields(Utf8JsonWriter writer, object value, Shape.Product shape, bool isCase)
    {
        writer.WriteStartObject();
        if (isCase) writer.WriteString(Shape.Union.KindMember, shape.Name);
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            writer.WritePropertyName(shape.Fields[i].Name);
            Spread(writer, shape.Get(value, i), shape.Fields[i].Shape);
        }

        writer.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter writer, IReadOnlyList<object> items, Shape shape)
    {
        var margin = "\n" + new string(' ', Indented.IndentSize * writer.CurrentDepth);
        var text = new StringBuilder("[");
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(margin).Append(' ', Indented.IndentSize);
            text.Append(Encoding.UTF8.GetString(Line(items[i], shape)));
        }

        text.Append(items.Count == 0 ? "]" : margin + "]");
        writer.WriteRawValue(text.ToString(), skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> Line(object? value, Shape shape)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, Compact)) JsonCodec.Write(writer, value, shape);
        return line.WrittenSpan;
    }
}
