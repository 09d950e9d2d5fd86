using System.Text;
using System.Text.Json;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Formats;

/// <summary>The folder of a run: its results and the scenarios beside them.</summary>
internal static class RunFolder
{
    /// <summary>How long results may be.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Reads the results of a run that is over, with its scenarios.</summary>
    /// <param name="path">The path of its <c>results.json</c>.</param>
    /// <exception cref="UsageException">It cannot be read, or holds no results; the message says where.</exception>
    public static RunResults Read(string path) =>
        Parse(InputFile.Read(path, MostBytes), path, Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>The results in a text that was just written.</summary>
    /// <param name="text">The text of <c>results.json</c>.</param>
    /// <param name="folder">The folder of the run.</param>
    public static RunResults Of(string text, string folder) => Parse(Encoding.UTF8.GetBytes(text), "results", folder);

    /// <summary>The path of a scenario that results name; null if it is not below their folder.</summary>
    public static string? PathOf(string folder, string link)
    {
        if (link.Length == 0 || Path.IsPathRooted(link) || link.Contains('\0', StringComparison.Ordinal)) return null;
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, link));
        var below = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.StartsWith(below, StringComparison.Ordinal) ? path : null;
    }

    private static RunResults Parse(byte[] bytes, string name, string folder)
    {
        try
        {
            return new ResultsReader(link => Scenario(folder, link)).Read(bytes);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            throw new UsageException($"{name}:{line.ToText()}: this is no JSON");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{name}: {OneLine.Of(exception.Message, 300)}");
        }
    }

    // A scenario is more than what a report needs: it may be gone, and the rest is still told.
    private static Scenario? Scenario(string folder, string link)
    {
        if (PathOf(folder, link) is not { } path || !File.Exists(path)) return null;
        try
        {
            var bytes = InputFile.Read(path, JsonCursor.MostBytes);
            return ScenarioFormat.Read(bytes, path, id => AreaCatalogue.Find(id)?.Types);
        }
        catch (Exception exception) when (exception is UsageException or BadInputException)
        {
            return null;
        }
    }
}
