using IoSpec.Html;
using IoSpec.Html.Results;

namespace IoSpec.Tool.Formats;

/// <summary>The forms that are made of results, by now or later: their names and their texts.</summary>
internal static class ReportFormat
{
    private static readonly (string Name, Func<RunResults, string> Write)[] All =
    [
        ("html", results => HtmlReport.Of(results)),
        ("junit", JunitReport.Of),
        ("sarif", SarifReport.Of),
        ("markdown", MarkdownReport.Of),
        ("tap", TapReport.Of),
        ("ktap", KtapReport.Of),
        ("github", GithubReport.Of),
        ("badge", BadgeReport.Of),
    ];

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>Whether a name is one of theirs.</summary>
    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The text of results in a form.</summary>
    public static string Text(string name, RunResults results) =>
        Array.Find(All, format => format.Name == name).Write(results);
}
