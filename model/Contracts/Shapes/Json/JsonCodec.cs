using System.Text.Json;

namespace IoSpec.Contracts;

/// <summary>Values of the contract as JSON, in scenarios and on the wire: the same for both.</summary>
/// <remarks>
/// Addresses, ids, counts and <c>ulong</c> are text with <c>0x</c>; other numbers are numbers; names are in camel case;
/// a set is a list of names; a case of a union is an object whose first member is <c>kind</c>.
/// </remarks>
public static partial class JsonCodec
{
    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value; <see cref="Shape.Holds"/> is true of it.</param>
    /// <param name="shape">Its declared shape: of a case, the union.</param>
    /// <exception cref="ArgumentException">The value is not of the shape.</exception>
    public static void Write(Utf8JsonWriter writer, object? value, Shape shape)
    {
        if (value is null)
        {
            if (shape is not Shape.Optional) throw new ArgumentException($"{shape} is null.");
            writer.WriteNullValue();
            return;
        }

        switch (shape)
        {
            case Shape.Optional optional: Write(writer, value, optional.Item); break;
            case Shape.Flag: writer.WriteBooleanValue((bool)value); break;
            case Shape.Text: writer.WriteStringValue((string)value); break;
            case Shape.Scalar scalar: writer.WriteStringValue($"0x{scalar.Raw(value):x}"); break;
            case Shape.Integer integer: WriteInteger(writer, value, integer); break;
            case Shape.Choice choice: WriteChoice(writer, value, choice); break;
            case Shape.Many many: WriteList(writer, many.Items(value), many.Item); break;
            case Shape.Product product: WriteProduct(writer, value, product, isCase: false); break;
            case Shape.Union union: WriteProduct(writer, value, union.CaseOf(value), isCase: true); break;
        }
    }

    private static void WriteInteger(Utf8JsonWriter writer, object value, Shape.Integer shape)
    {
        if (value is ulong number) writer.WriteStringValue($"0x{number:x}");
        else writer.WriteNumberValue((long)shape.Value(value));
    }

    private static void WriteChoice(Utf8JsonWriter writer, object value, Shape.Choice shape)
    {
        if (!shape.Holds(value)) throw new ArgumentException($"{shape} has no name for {value}.");
        var bits = shape.Bits(value);
        if (!shape.IsSet)
        {
            writer.WriteStringValue(shape.NameOf(bits));
            return;
        }

        writer.WriteStartArray();
        foreach (var member in shape.Members)
        {
            if ((bits & member.Bits) != 0) writer.WriteStringValue(member.Name);
        }

        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, IReadOnlyList<object> items, Shape shape)
    {
        writer.WriteStartArray();
        foreach (var item in items) Write(writer, item, shape);
        writer.WriteEndArray();
    }

    private static void WriteProduct(Utf8JsonWriter writer, object value, Shape.Product shape, bool isCase)
    {
        writer.WriteStartObject();
        if (isCase) writer.WriteString(Shape.Union.KindMember, shape.Name);
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            writer.WritePropertyName(shape.Fields[i].Name);
            Write(writer, shape.Get(value, i), shape.Fields[i].Shape);
        }

        writer.WriteEndObject();
    }
}
