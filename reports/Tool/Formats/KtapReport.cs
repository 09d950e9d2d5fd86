using System.Globalization;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run as KTAP version 1, the kernel's form of TAP: a subtest for each target and area.</summary>
/// <remarks>What is waived is expected to fail and does not fail its subtest; what was not tested is skipped.</remarks>
internal static class KtapReport
{
    private const string Version = "KTAP version 1";

    public static string Of(RunResults results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var parts = results.Targets.SelectMany(Parts).ToList();
        text.Write($"{Version}\n1..{parts.Count.ToText()}\n");
        for (var i = 0; i < parts.Count; i++)
        {
            var (target, area, requirements) = parts[i];
            if (requirements.Count == 0)
            {
                text.Write($"# problem: {Words.Safe(target.Problem ?? "")}\n");
                text.Write($"not ok {(i + 1).ToText()} {Plain(target.Name)} # ERROR\n");
                continue;
            }

            var name = Plain($"{target.Name} {area}");
            text.Write($"  {Version}\n  # Subtest: {name}\n  1..{requirements.Count.ToText()}\n");
            for (var k = 0; k < requirements.Count; k++) Line(text, k + 1, target, requirements[k]);
            var isOk = requirements.TrueForAll(r => IsOk(r.Verdict));
            text.Write($"{(isOk ? "ok" : "not ok")} {(i + 1).ToText()} {name}\n");
        }

        return text.ToString();
    }

    // A target that could not be judged in an area has a part of its own.
    private static IEnumerable<(TargetResult Target, string Area, List<RequirementResult> Requirements)> Parts(
        TargetResult target)
    {
        if (target.Problem is not null) yield return (target, "", []);
        foreach (var area in target.Requirements.GroupBy(r => r.Area, StringComparer.Ordinal))
            yield return (target, area.Key, [.. area]);
    }

    // Diagnostics come before the line that they are about.
    private static void Line(StringWriter text, int number, TargetResult target, RequirementResult requirement)
    {
        foreach (var failure in target.Failures.Where(f => f.Requirement == requirement.Id))
            text.Write($"  # {failure.Verdict.Text()}: {ResultText.LineOf(failure)}\n");
        var isOk = IsOk(requirement.Verdict);
        text.Write($"  {(isOk ? "ok" : "not ok")} {number.ToText()} {Plain(ResultText.TitleOf(requirement))}");
        if (DirectiveOf(requirement.Verdict) is { } directive)
            text.Write($" # {directive} {requirement.Verdict.Text()} {Plain(requirement.Reason)}".TrimEnd());
        text.Write("\n");
    }

    private static bool IsOk(Verdict verdict) =>
        verdict is Verdict.Pass or Verdict.Warn or Verdict.Waived || DirectiveOf(verdict) is "SKIP";

    private static string? DirectiveOf(Verdict verdict) => verdict switch
    {
        Verdict.Untested or Verdict.NotApplicable or Verdict.Disabled => "SKIP",
        Verdict.Waived => "XFAIL",
        Verdict.Hang => "TIMEOUT",
        Verdict.Crash or Verdict.Error => "ERROR",
        _ => null,
    };

    // A sharp begins a directive, and there is no way to write it otherwise.
    private static string Plain(string words) => Words.Safe(words).Replace('#', '_');
}
