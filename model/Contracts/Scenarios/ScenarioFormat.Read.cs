using System.Globalization;
using System.Text;

namespace IoSpec.Contracts;

public static partial class ScenarioFormat
{
    private static readonly int AreaField = IndexOf(nameof(Scenario.Area));
    private static readonly int CaseField = IndexOf(nameof(Scenario.Case));
    private static readonly int BeforeField = IndexOf(nameof(Scenario.Before));
    private static readonly int OperationsField = IndexOf(nameof(Scenario.Operations));
    private static readonly int SeenField = IndexOf(nameof(Scenario.Seen));

    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What errors call it.</param>
    /// <param name="areas">The types of an area by its id; null if there is no such area.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="BadInputException">The text is no scenario; the message says where and why.</exception>
    public static Scenario Read(string text, string fileName, Func<string, AreaTypes?> areas) =>
        Read(Encoding.UTF8.GetBytes(text), fileName, areas);

    /// <summary>Reads a scenario from the bytes of a file.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="fileName">What errors call them.</param>
    /// <param name="areas">The types of an area by its id; null if there is no such area.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="BadInputException">The bytes are no scenario; the message says where and why.</exception>
    public static Scenario Read(ReadOnlySpan<byte> utf8, string fileName, Func<string, AreaTypes?> areas)
    {
        var cursor = new JsonCursor(utf8, fileName);
        cursor.EnterObject(SchemaMember);
        if (cursor.Text() != Scenario.Schema) throw cursor.Bad($"expected \"{Scenario.Schema}\"");

        var values = new object?[Whole.Fields.Count];
        var members = new JsonMembers(Whole.FieldNames, optional: 0, SchemaMember);
        AreaTypes? types = null;
        while (members.Next(ref cursor, out var index))
        {
            values[index] = ReadMember(ref cursor, Whole.Fields[index], types);
            if (index == AreaField) types = FindArea(ref cursor, (string)values[index]!, areas);
            CheckNumbers(ref cursor, values);
        }

        cursor.End();
        return (Scenario)Whole.Make(values);
    }

    private static object? ReadMember(ref JsonCursor cursor, Field field, AreaTypes? types)
    {
        if (field.Type == typeof(Configuration))
            return JsonCodec.Read(ref cursor, Shape.Of(Known(ref cursor, types).Configuration));
        if (field.Type == typeof(ValueList<Operation>))
            return ReadLines<Operation>(ref cursor, Known(ref cursor, types).Operation);
        if (field.Type == typeof(ValueList<Observation>))
            return ReadLines<Observation>(ref cursor, Known(ref cursor, types).Observation);
        return JsonCodec.Read(ref cursor, field.Shape);
    }

    private static ValueList<T> ReadLines<T>(ref JsonCursor cursor, Type type)
    {
        var items = new List<T>();
        cursor.EnterList();
        while (cursor.NextItem()) items.Add((T)JsonCodec.Read(ref cursor, Shape.Of(type))!);
        return [.. items];
    }

    private static AreaTypes FindArea(ref JsonCursor cursor, string area, Func<string, AreaTypes?> areas) =>
        areas(area) ?? throw cursor.Bad($"there is no area \"{OneLine.Of(area, 60)}\"");

    private static AreaTypes Known(ref JsonCursor cursor, AreaTypes? types) =>
        types ?? throw cursor.Bad("\"area\" has to come before this member");

    // After every member, so that the error is at the later one of the two that do not go together.
    private static void CheckNumbers(ref JsonCursor cursor, object?[] values)
    {
        if (values[CaseField] is < Scenario.LeastCase)
        {
            throw cursor.Bad(string.Create(
                CultureInfo.InvariantCulture, $"expected a number from {Scenario.LeastCase}"));
        }

        if (values[OperationsField] is not ValueList<Operation> operations) return;
        if (values[BeforeField] is int before && (before < 0 || before > operations.Count))
            throw cursor.Bad($"\"before\" is not from 0 to the number of operations, {operations.Count}");
        if (values[SeenField] is ValueList<Observation> seen && seen.Count > operations.Count)
            throw cursor.Bad("more was seen than there are operations");
    }

    private static int IndexOf(string name) =>
        Whole.Fields.TakeWhile(field => !field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Count();
}
