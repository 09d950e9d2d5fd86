using System.Globalization;
using IoSpec.Contracts;

namespace IoSpec.Tool.Output;

/// <summary>A sequence of operations with what was seen of each, one to a line.</summary>
internal static class SequenceTable
{
    private const int MostColumns = 72;

    /// <summary>Writes a sequence; the steps that deviate are marked.</summary>
    public static void Write(
        TextWriter output, IReadOnlyList<Operation> operations, IReadOnlyList<Observation> seen,
        IReadOnlyCollection<int> deviating)
    {
        var lines = operations.Select(o => Words.Safe(Printer.Line(o))).ToList();
        var width = Math.Min(MostColumns, lines.Select(l => l.Length).DefaultIfEmpty(0).Max());
        for (var i = 0; i < lines.Count; i++)
        {
            var mark = deviating.Contains(i) ? '>' : ' ';
            var answer = i < seen.Count ? Words.Safe(Printer.Line(seen[i])) : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $" {mark}{i + 1,3}  {lines[i].PadRight(width)}  {answer}").TrimEnd());
        }
    }
}
