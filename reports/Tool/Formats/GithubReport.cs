using System.Globalization;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>The failures of a run as annotations: commands to the runner of a GitHub workflow, one a line.</summary>
internal static class GithubReport
{
    public static string Of(RunResults results)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var target in results.Targets)
        {
            if (target.Problem is not { } problem) continue;
            text.Write($"::error title={Property(target.Name)}::{Data($"cannot be judged: {Words.Safe(problem)}")}\n");
        }

        foreach (var (target, failure) in results.Failures)
        {
            var file = failure.Path is { } path ? $"file={Property(path)}," : "";
            var title = Property($"{failure.Counted.Text()} {failure.Requirement} on {target.Name}");
            text.Write($"::{KindOf(failure.Counted)} {file}title={title}::{Data(ResultText.LineOf(failure))}\n");
        }

        return text.ToString();
    }

    private static string KindOf(Verdict verdict) => verdict switch
    {
        _ when verdict.Accuses() || verdict is Verdict.Error or Verdict.Xpass => "error",
        Verdict.Waived => "notice",
        _ => "warning",
    };

    private static string Data(string words) => words.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string words) => Data(Words.Safe(words))
        .Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
