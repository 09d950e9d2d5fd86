namespace IoSpec.Tests.Tool;

/// <summary>All that a run has written, byte for byte but for times: equal runs have equal texts.</summary>
internal static class RunResultText
{
    /// <summary>The results in a folder, and the scenarios beside them.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The text.</returns>
    public static string Of(string folder)
    {
        var scenarios = Directory.Exists(Path.Combine(folder, "failures"))
            ? Directory.GetFiles(Path.Combine(folder, "failures")).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return string.Join('\n', Timeless(File.ReadAllText(Path.Combine(folder, "results.json")).Split('\n')))
            + string.Concat(scenarios.Select(path => $"{Path.GetFileName(path)}\n{File.ReadAllText(path)}"));
    }

    // What is under "timing" ends with a brace below its name.
    private static IEnumerable<string> Timeless(IEnumerable<string> lines)
    {
        string? end = null;
        foreach (var line in lines)
        {
            var text = line.TrimStart();
            if (end is not null)
            {
                if (line.TrimEnd(',') == end) end = null;
            }
            else if (text == "\"timing\": {") end = line[..^text.Length] + "}";
            else if (!text.StartsWith("\"timing\": ", StringComparison.Ordinal)
                && !text.StartsWith("\"seconds\": ", StringComparison.Ordinal)) yield return line;
        }
    }
}
