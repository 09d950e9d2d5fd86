using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tool.Output;

/// <summary>The matrix of several targets as people read it: what holds everywhere is only counted.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
/// <param name="width">How many columns there are.</param>
internal sealed class MatrixText(TextWriter output, Style style, int width)
{
    private const int Gap = 2;

    /// <summary>Writes a matrix; nothing for a single target.</summary>
    public void Write(Matrix matrix)
    {
        if (matrix.Columns.Count < 2) return;
        var first = 0;
        while (first < matrix.Columns.Count)
        {
            var form = MatrixForm.Of(matrix, first, width);
            Part(matrix, form, first);
            first += form.Columns;
        }

        foreach (var area in matrix.Rows.GroupBy(r => r.Area, StringComparer.Ordinal)) Folded(area.Key, [.. area]);
        Legend(matrix);
        output.WriteLine();
    }

    private void Part(Matrix matrix, MatrixForm form, int first)
    {
        foreach (var heads in form.HeadsOf(matrix, first)) Line("", form, heads.Select(head => (head, head)));
        foreach (var area in matrix.Rows.GroupBy(r => r.Area, StringComparer.Ordinal))
        {
            var shown = area.Where(r => !r.Holds && !r.IsAbsent).ToList();
            if (shown.Count > 0) output.WriteLine(style.Bold(area.Key));
            foreach (var row in shown)
                Line(" " + row.Id, form, row.Cells.Skip(first).Take(form.Columns).Select(cell => Cell(cell, form)));
        }
    }

    private (string Plain, string Painted) Cell(Verdict? verdict, MatrixForm form)
    {
        if (verdict is not { } known) return ("", "");
        var text = form.IsShort ? MatrixForm.Letter(known) : known.Text();
        return (text, style.Cell(known, text));
    }

    private void Line(string head, MatrixForm form, IEnumerable<(string Plain, string Painted)> cells)
    {
        var line = head.PadRight(form.Head);
        var gap = 0;
        foreach (var (plain, painted) in cells)
        {
            line += new string(' ', gap + Gap) + painted;
            gap = form.Cell - plain.Length;
        }

        output.WriteLine(line.TrimEnd());
    }

    private void Folded(string area, List<MatrixRow> rows)
    {
        var (hold, absent) = (rows.Count(r => r.Holds), rows.Count(r => r.IsAbsent));
        var rest = absent == 0 ? "" : $", {absent.ToText()} that none of them has";
        output.WriteLine(
            $"{style.Bold(area)}: {hold.ToText()} of {rows.Count.ToText()} hold wherever they apply{rest}");
    }

    private void Legend(Matrix matrix)
    {
        var form = MatrixForm.Of(matrix, 0, width);
        if (form.IsShort) output.WriteLine(MatrixForm.LettersOf(matrix));
        if (!form.HasNames)
        {
            for (var i = 0; i < matrix.Columns.Count; i++)
            {
                var (connection, version) = (matrix.Columns[i].Connection, matrix.Columns[i].Version);
                output.WriteLine($"{MatrixForm.Sign(i)} = {Words.NameAndVersion(connection, version)}");
            }
        }

        if (matrix.Rows.Any(r => r.Cells.Contains(null)))
            output.WriteLine("nothing in a cell: the target does not offer the area, or was not judged in it");
    }
}
