using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tool.Output;

/// <summary>How a matrix fits into so many columns of text: with names, with signs for names, with letters for words.</summary>
/// <param name="Head">The width of the ids.</param>
/// <param name="Cell">The width of a cell.</param>
/// <param name="Columns">How many targets fit.</param>
/// <param name="HasNames">Whether the targets' names are the heads; else signs that a legend explains.</param>
/// <param name="IsShort">Whether verdicts are single letters.</param>
internal sealed record MatrixForm(int Head, int Cell, int Columns, bool HasNames, bool IsShort)
{
    private const int Gap = 2;
    private const int LongestName = 28;

    private static readonly (Verdict Verdict, string Letter)[] Letters =
    [
        (Verdict.Pass, "."), (Verdict.Fail, "F"), (Verdict.Warn, "!"), (Verdict.Leak, "L"), (Verdict.Crash, "C"),
        (Verdict.Hang, "H"), (Verdict.Flaky, "~"), (Verdict.Untested, "?"), (Verdict.NotApplicable, "-"),
        (Verdict.Disabled, "d"), (Verdict.Waived, "w"), (Verdict.Xpass, "X"), (Verdict.Error, "E"),
    ];

    /// <summary>The most telling form that fits; of the narrowest, as many targets as fit.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="first">The first target that has not been shown.</param>
    /// <param name="width">How much room there is.</param>
    public static MatrixForm Of(Matrix matrix, int first, int width)
    {
        var head = 1 + matrix.Rows.Select(r => r.Id.Length).DefaultIfEmpty(0).Max();
        var names = matrix.Columns.Select(c => Math.Max(NameOf(c).Length, VersionOf(c).Length)).Max();
        var words = matrix.Rows.SelectMany(r => r.Cells).Select(c => c?.Text().Length ?? 0).DefaultIfEmpty(0).Max();
        var left = matrix.Columns.Count - first;
        MatrixForm[] forms =
        [
            new(head, Math.Max(names, words), matrix.Columns.Count, HasNames: true, IsShort: false),
            new(head, Math.Max(words, 1), matrix.Columns.Count, HasNames: false, IsShort: false),
        ];
        if (Array.Find(forms, f => f.WidthOf(f.Columns) <= width) is { } whole) return whole;
        var small = new MatrixForm(head, Sign(matrix.Columns.Count - 1).Length, 1, HasNames: false, IsShort: true);
        var most = left;
        while (most > 1 && small.WidthOf(most) > width) most--;
        return small with { Columns = most };
    }

    /// <summary>The lines above the verdicts.</summary>
    public IEnumerable<IEnumerable<string>> HeadsOf(Matrix matrix, int first)
    {
        var shown = matrix.Columns.Skip(first).Take(Columns).ToList();
        if (!HasNames) return [shown.Select((_, i) => Sign(first + i))];
        return [shown.Select(NameOf), shown.Select(VersionOf)];
    }

    /// <summary>What stands for a target: A, B, … Z, A1, B1, ….</summary>
    public static string Sign(int index) =>
        $"{(char)('A' + (index % 26))}{(index < 26 ? "" : (index / 26).ToText())}";

    /// <summary>What stands for a verdict.</summary>
    public static string Letter(Verdict verdict) => Array.Find(Letters, l => l.Verdict == verdict).Letter;

    /// <summary>What the letters of a matrix stand for.</summary>
    public static string LettersOf(Matrix matrix)
    {
        var used = matrix.Rows.Where(r => !r.Holds && !r.IsAbsent).SelectMany(r => r.Cells).ToHashSet();
        return string.Join("  ", Letters.Where(l => used.Contains(l.Verdict)).Select(l => $"{l.Letter} {l.Verdict.Text()}"));
    }

    private int WidthOf(int columns) => Head + (columns * (Gap + Cell));

    private static string NameOf(JudgedTarget target) => Cut(target.Connection);

    private static string VersionOf(JudgedTarget target) => Cut(target.Version);

    // Of a long name the end tells more: there the options are.
    private static string Cut(string name)
    {
        var safe = Words.Safe(name);
        return safe.Length <= LongestName ? safe : "…" + safe[^(LongestName - 1)..];
    }
}
