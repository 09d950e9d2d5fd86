using System.Text.RegularExpressions;

namespace IoSpec.Tests.Tool;

/// <summary>All that a run has written, byte for byte but for times: equal runs have equal texts.</summary>
internal static partial class RunResultText
{
    /// <summary>The results in a folder, and the scenarios beside them.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The text.</returns>
    public static string Of(string folder)
    {
        var scenarios = Directory.Exists(Path.Combine(folder, "failures"))
            ? Directory.GetFiles(Path.Combine(folder, "failures")).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return Seconds().Replace(Timing().Replace(File.ReadAllText(Path.Combine(folder, "results.json")), ""), "")
            + string.Concat(scenarios.Select(path => $"{Path.GetFileName(path)}\n{File.ReadAllText(path)}"));
    }

    [GeneratedRegex(
        "^(?<indent> *)\"timing\": \\{(?:\\}|.*?\n\\k<indent>\\})", RegexOptions.Singleline | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Timing();

    [GeneratedRegex("\"seconds\": [0-9.]+,", RegexOptions.NonBacktracking)]
    private static partial Regex Seconds();
}
