using System.Text.Json;

namespace IoSpec.Tool.Output;

/// <summary>A list of things with named fields, as a table or as JSON.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="Items">The things.</param>
/// <param name="Fields">The names of the fields and how they are read; a list of names gives a list.</param>
internal sealed record Listing<T>(IEnumerable<T> Items, params (string Name, Func<T, object> Value)[] Fields) : IListing
{
    private const int MostNames = 20;

    public void WriteTable(TextWriter output) => TextTable.Write(
        output, [.. Fields.Select(f => f.Name)],
        [.. Items.Select(item => Fields.Select(f => Cell(f.Value(item))).ToArray())]);

    public void WriteJson(TextWriter output) => output.Write(JsonText.Of(writer => writer.Objects(Items, item =>
    {
        foreach (var (name, value) in Fields) Write(writer, name, value(item));
    })));

    public void WriteMarkdown(TextWriter output)
    {
        output.WriteLine(Row(Fields.Select(f => f.Name)));
        output.WriteLine(Row(Fields.Select(_ => "---")));
        foreach (var item in Items) output.WriteLine(Row(Fields.Select(f => Escaped(Cell(f.Value(item))))));
    }

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(object value) => value switch
    {
        IEnumerable<string> names => Shortened([.. names]),
        int number => Engine.NumberText.ToText(number),
        _ => (string)value,
    };

    private static string Shortened(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(2))} and {Engine.NumberText.ToText(names.Count - 2)} more";

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text: writer.WriteString(name, text); break;
            case int number: writer.WriteNumber(name, number); break;
            case IEnumerable<string> names:
                writer.WriteStartArray(name);
                foreach (var each in names) writer.WriteStringValue(each);
                writer.WriteEndArray();
                break;
        }
    }
}

/// <summary>A list that can be written.</summary>
internal interface IListing
{
    /// <summary>For people.</summary>
    void WriteTable(TextWriter output);

    /// <summary>For a page.</summary>
    void WriteMarkdown(TextWriter output);

    /// <summary>For programs.</summary>
    void WriteJson(TextWriter output);
}
