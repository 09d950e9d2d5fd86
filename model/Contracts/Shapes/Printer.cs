using System.Globalization;
using System.Text;

namespace IoSpec.Contracts;

/// <summary>Values as one line for people, such as <c>map domain=0x1 at=0x1000 allowed=readWrite</c>.</summary>
/// <remarks>What is absent or false is left out; steps are counted from 1.</remarks>
public static class Printer
{
    /// <summary>The line of an operation, an observation or any other product: its name, then its fields.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One line.</returns>
    public static string Line(object value)
    {
        var line = new StringBuilder();
        var product = (Shape.Product)Shape.Of(value.GetType());
        line.Append(product.Name);
        Fields(line, value, product, " ");
        return line.ToString();
    }

    /// <summary>The name of an operation's or observation's case, such as <c>map</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The name.</returns>
    public static string KindOf(object value) => ((Shape.Product)Shape.Of(value.GetType())).Name;

    /// <summary>A value of any shape, without the name of what holds it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">Its shape.</param>
    /// <returns>Text on one line.</returns>
    public static string Text(object? value, Shape shape)
    {
        var text = new StringBuilder();
        Append(text, value, shape);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, Shape shape)
    {
        switch (shape)
        {
            case Shape.Optional optional when value is not null:
                Append(text, value, optional.Item);
                break;
            case Shape.Text when value is string words:
                text.Append('"').Append(OneLine.Of(words)).Append('"');
                break;
            case Shape.Choice choice when value is not null:
                text.Append(Names(choice.Bits(value), choice));
                break;
            case Shape.Many many when value is not null:
                text.Append('[');
                AppendItems(text, many.Items(value), many.Item);
                text.Append(']');
                break;
            case Shape.Product when value is Held held:
                text.Append(CultureInfo.InvariantCulture, $"step {held.Step + 1}");
                break;
            case Shape.Product product when value is not null:
                text.Append('(');
                Fields(text, value, product, "");
                text.Append(')');
                break;
            case Shape.Union union when value is not null:
                AppendCase(text, value, union.CaseOf(value));
                break;
            case Shape.Integer when value is ulong number:
                text.Append(CultureInfo.InvariantCulture, $"0x{number:x}");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value ?? "null"}");
                break;
        }
    }

    private static void AppendItems(StringBuilder text, IReadOnlyList<object> items, Shape shape)
    {
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            Append(text, item, shape);
            separator = ", ";
        }
    }

    private static void AppendCase(StringBuilder text, object value, Shape.Product product)
    {
        text.Append(product.Name);
        if (product.Fields.Count > 0) Append(text, value, product);
    }

    private static void Fields(StringBuilder text, object value, Shape.Product product, string before)
    {
        for (var i = 0; i < product.Fields.Count; i++)
        {
            var field = product.Fields[i];
            var held = product.Get(value, i);
            if (held is null or false) continue;
            text.Append(before).Append(field.Name);
            before = " ";
            if (held is true) continue;
            text.Append('=');
            Append(text, held, field.Shape);
        }
    }

    private static string Names(ulong bits, Shape.Choice choice)
    {
        if (choice.NameOf(bits) is { } name) return name;
        var names = choice.IsSet
            ? choice.Members.Where(member => (bits & member.Bits) != 0).Select(member => member.Name).ToList()
            : [];
        foreach (var member in choice.Members) bits &= choice.IsSet ? ~member.Bits : ulong.MaxValue;
        if (bits != 0) names.Add($"0x{bits:x}");
        return string.Join('+', names);
    }
}
