using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tool.Output;

/// <summary>What got better and what got worse, as people read it.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class ComparisonText(TextWriter output, Style style)
{
    /// <summary>Writes a comparison.</summary>
    public void Write(Comparison comparison)
    {
        var (before, after) = (NameOf(comparison.Before), NameOf(comparison.After));
        output.WriteLine($"from {before} to {after}: {Summary(comparison.Changes)}");
        foreach (var change in comparison.Changes) Write(change);
        output.WriteLine();
    }

    private void Write(Change change)
    {
        var word = Words.Name(change.Kind);
        var painted = change.Kind switch
        {
            ChangeKind.Worse => style.Verdict(Verdict.Fail, word),
            ChangeKind.Better => style.Verdict(Verdict.Pass, word),
            _ => word,
        };
        var gap = new string(' ', "better".Length - word.Length);
        output.WriteLine($"  {painted}{gap}  {change.Requirement}  {Text(change.Before)} -> {Text(change.After)}");
        foreach (var name in change.Gone) output.WriteLine($"          - {Words.Safe(name)}");
        foreach (var name in change.Come) output.WriteLine($"          + {Words.Safe(name)}");
    }

    private static string Summary(IReadOnlyList<Change> changes) => changes.Count == 0
        ? "nothing differs"
        : string.Join(", ", Enum.GetValues<ChangeKind>().Select(
            kind => $"{changes.Count(c => c.Kind == kind).ToText()} {Words.Name(kind)}"));

    private static string Text(Verdict? verdict) => verdict?.Text() ?? "not judged";

    private static string NameOf(JudgedTarget target) => Words.NameAndVersion(target.Connection, target.Version);
}
