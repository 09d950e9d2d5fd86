using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Comparisons of alternatives as people read them: a row for each alternative.</summary>
internal static class AlternativesText
{
    /// <summary>Writes a comparison.</summary>
    public static void Write(TextWriter output, AreaComparison comparison)
    {
        var cases = Words.Plural((ulong)SideBySide.Cases, "case");
        output.WriteLine($"{comparison.Area}: alternatives over the same {cases}");
        var measures = comparison.Rows[0].Measures.Select(measure => measure.Name);
        TextTable.Write(output, ["alternative", .. measures, "breaks"], [.. comparison.Rows.Select(Cells)]);
        output.WriteLine();
    }

    private static string[] Cells(AlternativeRow row) =>
    [
        row.Name,
        .. row.Measures.Select(measure => measure.Value.ToString("0.000", CultureInfo.InvariantCulture)),
        row.Violated.Count == 0 ? "nothing" : string.Join(", ", row.Violated),
    ];
}
