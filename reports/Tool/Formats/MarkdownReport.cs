using System.Globalization;
using System.Text;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run in Markdown, as the summary of a job: targets with their counts, then the failures.</summary>
internal static class MarkdownReport
{
    private const int MostFailures = 50;

    public static string Of(RunResults results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write($"## IoSpec: {results.Verdict.Text()}\n\n");
        text.Write("| Target | Version | Verdict | Requirements | Operations |\n");
        text.Write("| --- | --- | --- | --- | ---: |\n");
        foreach (var target in results.Targets) Target(text, target);
        Failures(text, results.Failures);
        foreach (var note in results.Notes)
            text.Write($"\nWaiver {Plain(note.Id)} is {Plain(note.Problem)}.\n");
        if (results.IsInterrupted) text.Write("\nInterrupted: only the cases run until then were judged.\n");
        text.Write($"\nSuite {Plain(results.Suite)}, seed {Plain(results.Seed)}, exit {results.Exit.ToText()}.\n");
        return text.ToString();
    }

    /// <summary>Words that mean nothing in Markdown: of signs, the entities.</summary>
    public static string Plain(string words)
    {
        var text = new StringBuilder();
        foreach (var c in Words.Safe(words))
        {
            if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '.' or '/'))
                text.Append("&#").Append(((int)c).ToText()).Append(';');
            else text.Append(c);
        }

        return text.ToString();
    }

    private static void Target(StringWriter text, TargetResult target)
    {
        var counts = target.Requirements.GroupBy(r => r.Verdict)
            .OrderBy(group => VerdictOrder.RankOf(group.Key))
            .Select(group => $"{group.Count().ToText()} {group.Key.Text()}");
        var all = target.Problem is { } problem
            ? Plain(problem)
            : $"{string.Join(", ", counts)} of {target.Requirements.Count.ToText()}";
        text.Write($"| {Plain(target.Target)} | {Plain(target.Version)} | {target.Verdict.Text()} | {all} ");
        text.Write($"| {Words.Number(target.Operations)} |\n");
    }

    private static void Failures(
        StringWriter text, IReadOnlyList<(TargetResult Target, FailureResult Failure)> failures)
    {
        if (failures.Count == 0) return;
        text.Write($"\n### {Words.Plural((ulong)failures.Count, "failure")}\n\n");
        text.Write("| Verdict | Requirement | Target | Expected | Got | Passes if |\n");
        text.Write("| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (target, failure) in failures.Take(MostFailures))
        {
            text.Write($"| {failure.Counted.Text()} | {Plain(failure.Requirement)}: ");
            text.Write($"{Plain(ResultText.StatementOf(failure.Requirement))} | {Plain(target.Name)} ");
            text.Write($"| {Plain(failure.Expected)} | {Plain(failure.Got)} ");
            text.Write($"| {Plain(failure.PassesIf.Count > 0 ? failure.PassesIf[0] : "")} |\n");
        }

        if (failures.Count > MostFailures) text.Write($"\n{(failures.Count - MostFailures).ToText()} more.\n");
    }
}
