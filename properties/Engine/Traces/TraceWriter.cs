using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Writes a trace.</summary>
public sealed class TraceWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly TraceHead _head;
    private readonly (Shape Configuration, Shape Operation, Shape Observation) _shapes;
    private long _sequence;
    private long _cases;
    private long _steps;

    /// <summary>Begins a trace.</summary>
    /// <param name="head">Whose it is.</param>
    public TraceWriter(TraceHead head)
    {
        var types = head.Area.Types;
        _head = head;
        _shapes = (Shape.Of(types.Configuration), Shape.Of(types.Operation), Shape.Of(types.Observation));
        Line(Head);
    }

    /// <summary>Begins a case.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="configuration">What holds for it.</param>
    public void Start(long index, Configuration configuration)
    {
        _cases++;
        Numbered(writer =>
        {
            writer.WriteNumber("case", index);
            Value(writer, "configuration", configuration, _shapes.Configuration);
        });
    }

    /// <summary>Adds a step.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; null if that is not known.</param>
    public void Step(Operation operation, Observation? seen)
    {
        _steps++;
        Numbered(writer =>
        {
            Value(writer, "operation", operation, _shapes.Operation);
            if (seen is not null) Value(writer, "seen", seen, _shapes.Observation);
        });
    }

    /// <summary>Adds that the target was lost, and what it had answered in the case with it.</summary>
    /// <param name="operations">The operations of the case, by the last of which it was lost.</param>
    /// <param name="lost">How.</param>
    public void Lost(IReadOnlyList<Operation> operations, Lost lost)
    {
        _steps++;
        Numbered(writer =>
        {
            writer.WriteStartArray("operations");
            foreach (var operation in operations) JsonCodec.Write(writer, operation, _shapes.Operation);
            writer.WriteEndArray();
            Value(writer, "lost", lost.Kind, Shape.Of(typeof(Loss)));
            writer.WriteString("detail", lost.Detail);
        });
    }

    /// <summary>Ends the trace where something may be missing: without its last line.</summary>
    /// <returns>Its text, as UTF-8.</returns>
    public ReadOnlyMemory<byte> Break() => _text.WrittenMemory;

    /// <summary>Ends the trace.</summary>
    /// <returns>Its text, as UTF-8.</returns>
    public ReadOnlyMemory<byte> End()
    {
        Numbered(writer =>
        {
            writer.WriteNumber("cases", _cases);
            writer.WriteNumber("steps", _steps);
        });
        return _text.WrittenMemory;
    }

    private void Head(Utf8JsonWriter writer)
    {
        writer.WriteString("schema", TraceFormat.Schema);
        writer.WriteString("suite", _head.Suite);
        writer.WriteString("area", _head.Area.Id);
        writer.WriteString("target", _head.Target);
        writer.WriteString("version", _head.Version);
        writer.WriteBoolean("product", _head.IsProduct);
        writer.WriteString("seed", $"0x{_head.Seed:x}");
        if (_head.Capabilities is { } capabilities && _head.Area.CapabilitiesType is { } type)
            Value(writer, "capabilities", capabilities, Shape.Of(type));
        else writer.WriteNull("capabilities");
        if (_head.Hidden.Count == 0) return;
        writer.WriteStartArray("hidden");
        foreach (var requirement in _head.Hidden) writer.WriteStringValue(requirement);
        writer.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter writer, string name, object value, Shape shape)
    {
        writer.WritePropertyName(name);
        JsonCodec.Write(writer, value, shape);
    }

    private void Numbered(Action<Utf8JsonWriter> members) => Line(writer =>
    {
        writer.WriteNumber("seq", ++_sequence);
        members(writer);
    });

    private void Line(Action<Utf8JsonWriter> members)
    {
        using (var writer = new Utf8JsonWriter(_text, Compact))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        _text.Write("\n"u8);
    }
}
