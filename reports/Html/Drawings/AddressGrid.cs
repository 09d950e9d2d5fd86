using IoSpec.Contracts;

namespace IoSpec.Html.Drawings;

/// <summary>What steps do to which addresses: a row for each step, a column for each run of pages.</summary>
/// <param name="Columns">The runs of pages, in order.</param>
/// <param name="Rows">The steps that name addresses, in order.</param>
internal sealed record AddressGrid(IReadOnlyList<AddressColumn> Columns, IReadOnlyList<AddressRow> Rows)
{
    private const int MostSteps = 20;
    private const int MostColumns = 28;

    /// <summary>The grid of a scenario; null if it names no addresses or too many to be drawn.</summary>
    public static AddressGrid? Of(Scenario scenario)
    {
        var rows = new List<(int Step, string Label, List<Span> Spans)>();
        for (var i = scenario.Operations.Count - 1; i >= 0 && rows.Count < MostSteps; i--)
        {
            var spans = Span.Of(scenario, i).ToList();
            if (spans.Count > 0) rows.Insert(0, (i + 1, Printer.KindOf(scenario.Operations[i]), spans));
        }

        var columns = ColumnsOf(rows.SelectMany(r => r.Spans).ToList());
        if (rows.Count < 2 || columns.Count is 0 or > MostColumns) return null;
        return new AddressGrid(columns, [.. rows.Select(r => new AddressRow(
            r.Step, r.Label, r.Step == scenario.Operations.Count,
            [.. columns.Select(c => KindAt(r.Spans, c))]))]);
    }

    // The last of them counts: a bit that is set lies over the window that was asked for.
    private static string KindAt(List<Span> spans, AddressColumn column) =>
        spans.FindLast(s => s.First <= column.First && column.First < s.End).Kind ?? "";

    private static List<AddressColumn> ColumnsOf(List<Span> spans)
    {
        var borders = spans.SelectMany(s => new[] { s.First, s.End }).Distinct().Order().ToList();
        var columns = new List<AddressColumn>();
        foreach (var (first, end) in borders.Zip(borders.Skip(1)))
        {
            if (!spans.Exists(s => s.First <= first && first < s.End)) continue;
            columns.Add(new AddressColumn(first, end - first, columns.Count > 0 && columns[^1].End < first));
        }

        return columns;
    }
}

/// <summary>A run of pages that every step treats alike.</summary>
/// <param name="First">The first page.</param>
/// <param name="Count">How many.</param>
/// <param name="HasGap">Whether pages before it are left out.</param>
internal sealed record AddressColumn(ulong First, ulong Count, bool HasGap)
{
    /// <summary>The page after the last.</summary>
    public ulong End => First + Count;

    /// <summary>The address where it begins.</summary>
    public string Address => $"0x{First << Page.Shift:x}";
}

/// <summary>What a step does.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="Label">The kind of the operation.</param>
/// <param name="Deviates">Whether what was seen is not allowed.</param>
/// <param name="Cells">What happens to each column; empty for nothing.</param>
internal sealed record AddressRow(int Step, string Label, bool Deviates, IReadOnlyList<string> Cells);
