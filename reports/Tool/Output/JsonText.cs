using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IoSpec.Tool.Output;

/// <summary>JSON as this tool writes it: indented, line feeds, the same bytes for the same values.</summary>
internal static class JsonText
{
    // Written for people and tools, never into a page: quotes and signs stay as they are.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, Options)) write(writer);
        text.Write("\n"u8);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Writes a list of objects.</summary>
    public static void Objects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WritePropertyName(name);
        writer.Objects(items, write);
    }

    /// <summary>Writes a list of objects that has no name.</summary>
    public static void Objects<T>(this Utf8JsonWriter writer, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a list of words that a target or a file may have written.</summary>
    public static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(Words.Safe(text));
        writer.WriteEndArray();
    }

    /// <summary>Writes an object.</summary>
    public static void Object(this Utf8JsonWriter writer, string name, Action write)
    {
        writer.WriteStartObject(name);
        write();
        writer.WriteEndObject();
    }

    /// <summary>Writes seconds, to the millisecond.</summary>
    public static void Seconds(this Utf8JsonWriter writer, string name, double seconds) =>
        writer.WriteNumber(name, Math.Round(seconds, 3));
}
