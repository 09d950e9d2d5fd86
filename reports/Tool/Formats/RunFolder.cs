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

    /// <summary>The results in a text that was just written.</summary>
    /// <param name="text">The text of <c>results.json</c>.</param>
    /// <param name="folder">The folder of the run.</param>
    public static RunResults Of(string text, string folder) =>
        Read(RunInput.Of("results", Encoding.UTF8.GetBytes(text), folder));

    /// <summary>Reads results.</summary>
    /// <param name="input">The results and what lies beside them.</param>
    /// <exception cref="UsageException">They are none; the message says where.</exception>
    public static RunResults Read(RunInput input)
    {
        var name = input.Path;
        try
        {
            return new ResultsReader(link => Scenario(input, link)).Read(input.Utf8);
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
    private static Scenario? Scenario(RunInput input, string link)
    {
        try
        {
            return input.File(link) is { } bytes
                ? ScenarioFormat.Read(bytes, link, id => AreaCatalogue.Find(id)?.Types)
                : null;
        }
        catch (Exception exception) when (exception is UsageException or BadInputException)
        {
            return null;
        }
    }
}
