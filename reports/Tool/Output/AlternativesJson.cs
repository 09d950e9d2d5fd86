using System.Text.Json;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Comparisons of alternatives as JSON.</summary>
internal static class AlternativesJson
{
    /// <summary>Writes the comparisons; nothing if there are none.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<AreaComparison> comparisons)
    {
        if (comparisons.Count == 0) return;
        writer.Objects("alternatives", comparisons, comparison =>
        {
            writer.WriteString("area", comparison.Area);
            writer.WriteNumber("cases", SideBySide.Cases);
            writer.Objects("rows", comparison.Rows, row => Row(writer, row));
        });
    }

    private static void Row(Utf8JsonWriter writer, AlternativeRow row)
    {
        writer.WriteString("name", row.Name);
        writer.WriteString("source", row.Source);
        writer.Objects("measures", row.Measures, measure =>
        {
            writer.WriteString("name", measure.Name);
            writer.WriteNumber("value", measure.Value);
        });
        writer.WriteStartArray("violated");
        foreach (var requirement in row.Violated) writer.WriteStringValue(requirement);
        writer.WriteEndArray();
    }
}
