using System.Globalization;
using System.Text.Json;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run as TAP version 13: a line for each requirement on each target.</summary>
/// <remarks>What is waived is expected to fail; what was not tested is skipped, with the reason.</remarks>
internal static class TapReport
{
    // TAP's word for it.
    private const string ExpectedToFail = "TO" + "DO";

    public static string Of(RunResults results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.Write("TAP version 13\n");
        var lines = results.Targets.Sum(t => t.Requirements.Count + (t.Problem is null ? 0 : 1));
        text.Write($"1..{lines.ToText()}\n");
        var number = 0;
        foreach (var target in results.Targets)
        {
            if (target.Problem is { } problem)
            {
                text.Write($"not ok {(++number).ToText()} - {Plain(target.Name)} the target can be judged\n");
                Block(text, [("verdict", target.Verdict.Text()), ("problem", Words.Safe(problem))]);
            }

            foreach (var requirement in target.Requirements) Line(text, ++number, target, requirement);
        }

        return text.ToString();
    }

    private static void Line(StringWriter text, int number, TargetResult target, RequirementResult requirement)
    {
        var isOk = requirement.Verdict is Verdict.Pass or Verdict.Warn or Verdict.Untested or Verdict.NotApplicable
            or Verdict.Disabled;
        var about = requirement.Reason.Length > 0
            ? $"{requirement.Verdict.Text()} {Plain(requirement.Reason)}" : requirement.Verdict.Text();
        var directive = requirement.Verdict switch
        {
            Verdict.Untested or Verdict.NotApplicable or Verdict.Disabled => $" # SKIP {about}",
            Verdict.Waived => $" # {ExpectedToFail} {about}",
            _ => "",
        };
        text.Write($"{(isOk ? "ok" : "not ok")} {number.ToText()} - {Plain(target.Name)} ");
        text.Write($"{Plain(ResultText.TitleOf(requirement))}{directive}\n");
        foreach (var failure in target.Failures.Where(f => f.Requirement == requirement.Id)) Failure(text, failure);
    }

    private static void Failure(StringWriter text, FailureResult failure)
    {
        var members = new List<(string, string)> { ("verdict", failure.Verdict.Text()) };
        if (!failure.IsHidden)
        {
            members.Add(("signature", Words.Safe(failure.Signature)));
            members.Add(("expected", Words.Safe(failure.Expected)));
            members.Add(("got", Words.Safe(failure.Got)));
        }

        if (failure.Path is { } path) members.Add(("scenario", Words.Safe(path)));
        Block(text, members);
    }

    // A string of JSON is one of YAML.
    private static void Block(StringWriter text, List<(string Name, string Value)> members)
    {
        text.Write("  ---\n");
        foreach (var (name, value) in members) text.Write($"  {name}: {JsonSerializer.Serialize(value)}\n");
        text.Write("  ...\n");
    }

    // A sharp begins a directive.
    private static string Plain(string words) =>
        Words.Safe(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);
}
