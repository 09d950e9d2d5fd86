using System.Text.Json;
using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tool.Output;

/// <summary>The matrix of several targets, and how their versions differ, as JSON.</summary>
internal static class MatrixJson
{
    /// <summary>Writes the matrix; nothing for a single target.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<JudgedTarget> targets)
    {
        if (targets.Count < 2) return;
        var matrix = Matrix.Of(targets);
        writer.Object("matrix", () =>
        {
            writer.Objects("columns", matrix.Columns, column =>
            {
                writer.WriteString("target", column.Connection);
                writer.WriteString("version", column.Version);
            });
            writer.Objects("rows", matrix.Rows, row =>
            {
                writer.WriteString("id", row.Id);
                writer.WriteString("area", row.Area);
                writer.WriteStartArray("verdicts");
                foreach (var cell in row.Cells) writer.WriteStringValue(cell?.Text());
                writer.WriteEndArray();
            });
            writer.Objects("comparisons", Comparison.Within(targets), comparison => Write(writer, comparison));
        });
    }

    /// <summary>The text of comparisons alone.</summary>
    public static string Of(IReadOnlyList<Comparison> comparisons) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "iospec/comparison/1");
        writer.Objects("comparisons", comparisons, comparison => Write(writer, comparison));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Comparison comparison)
    {
        Side(writer, "before", comparison.Before);
        Side(writer, "after", comparison.After);
        writer.Objects("changes", comparison.Changes, change =>
        {
            writer.WriteString("requirement", change.Requirement);
            writer.WriteString("kind", Words.Name(change.Kind));
            writer.WriteString("before", change.Before?.Text());
            writer.WriteString("after", change.After?.Text());
            Names(writer, "gone", change.Gone);
            Names(writer, "come", change.Come);
        });
    }

    private static void Side(Utf8JsonWriter writer, string name, JudgedTarget target) => writer.Object(name, () =>
    {
        writer.WriteString("target", target.Connection);
        writer.WriteString("version", target.Version);
    });

    private static void Names(Utf8JsonWriter writer, string name, IReadOnlyList<string> names)
    {
        writer.WriteStartArray(name);
        foreach (var each in names) writer.WriteStringValue(each);
        writer.WriteEndArray();
    }
}
