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
        var text = new StringBuilder();
        text.Append($"## IoSpec: {results.Verdict.Text()}\n\n");
        text.Append("| Target | Version | Verdict | Requirements | Operations |\n");
        text.Append("| --- | --- | --- | --- | ---: |\n");
        foreach (var target in results.Targets) Target(text, target);
        Failures(text, results.Failures);
        foreach (var note in results.Notes)
            text.Append($"\nWaiver {Plain(note.Id)} is {Plain(note.Problem)}.\n");
        if (results.IsInterrupted) text.Append("\nInterrupted: only the cases run until then were judged.\n");
        text.Append($"\nSuite {Plain(results.Suite)}, seed {Plain(results.Seed)}, exit {results.Exit.ToText()}.\n");
        return text.ToString();
    }

    /// <summary>Words that mean nothing in Markdown: of signs, the entities.</summary>
    public static string Plain(string words)
    {
        var text = new StringBuilder();
        foreach (var c in Words.Safe(words))
        {
            if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '.' or '/'))
                text.Append($"&#{((int)c).ToText()};");
            else text.Append(c);
        }

        // Where a line may begin, a dot after digits would make a list.
        return text.ToString();
    }

    private static void Target(StringBuilder text, TargetResult target)
    {
        var counts = target.Requirements.GroupBy(r => r.Verdict)
            .OrderBy(group => VerdictOrder.RankOf(group.Key))
            .Select(group => $"{group.Count().ToText()} {group.Key.Text()}");
        var all = target.Problem is { } problem
            ? Plain(problem)
            : $"{string.Join(", ", counts)} of {target.Requirements.Count.ToText()}";
        text.Append($"| {Plain(target.Target)} | {Plain(target.Version)} | {target.Verdict.Text()} | {all} ");
        text.Append($"| {Words.Number(target.Operations)} |\n");
    }

    private static void Failures(StringBuilder text, IReadOnlyList<(TargetResult Target, FailureResult Failure)> failures)
    {
        if (failures.Count == 0) return;
        text.Append($"\n### {Words.Plural((ulong)failures.Count, "failure")}\n\n");
        text.Append("| Verdict | Requirement | Target | Expected | Got |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (target, failure) in failures.Take(MostFailures))
        {
            text.Append($"| {failure.Counted.Text()} | {Plain(failure.Requirement)}: ");
            text.Append($"{Plain(ResultText.StatementOf(failure.Requirement))} | {Plain(target.Name)} ");
            text.Append($"| {Plain(failure.Expected)} | {Plain(failure.Got)} |\n");
        }

        if (failures.Count > MostFailures) text.Append($"\n{(failures.Count - MostFailures).ToText()} more.\n");
    }
}
