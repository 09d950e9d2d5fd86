using System.Text.Json;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Comparing;

/// <summary>The results of a run that is over.</summary>
internal static class ResultsFile
{
    private const int MostBytes = 64 << 20;

    /// <summary>The targets of a run.</summary>
    /// <param name="path">Its <c>results.json</c>.</param>
    /// <exception cref="UsageException">It cannot be read, or holds no results; the message says where.</exception>
    public static IReadOnlyList<JudgedTarget> Read(string path)
    {
        var bytes = InputFile.Read(path, MostBytes);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (Text(root, "schema") != Schema) throw new UsageException($"{path}: \"schema\" is not \"{Schema}\"");
            return Targets(root);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            throw new UsageException($"{path}:{line}: this is no JSON");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{path}: these are no results of a run: {exception.Message}");
        }
    }

    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/results/1";

    /// <summary>The targets in the text of results that are known to be some.</summary>
    public static IReadOnlyList<JudgedTarget> Targets(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Targets(document.RootElement);
    }

    private static IReadOnlyList<JudgedTarget> Targets(JsonElement root) =>
        [.. root.GetProperty("targets").EnumerateArray().Select(Target)];

    private static JudgedTarget Target(JsonElement target) => new(
        Text(target, "target"), Text(target, "version"),
        [.. target.GetProperty("requirements").EnumerateArray().Select(Requirement)],
        [.. target.GetProperty("failures").EnumerateArray().Select(Failure)]);

    private static JudgedRequirement Requirement(JsonElement requirement) => new(
        Text(requirement, "id"), Text(requirement, "area"), VerdictOf(Text(requirement, "verdict")));

    private static JudgedFailure Failure(JsonElement failure) => JudgedFailure.Of(
        Text(failure, "requirement"), Text(failure, "signature"));

    private static Verdict VerdictOf(string text) => VerdictOrder.All.Cast<Verdict?>().FirstOrDefault(
        v => v!.Value.Text() == text) ?? throw new InvalidOperationException($"\"{text}\" is no verdict");

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()
        ?? throw new InvalidOperationException($"\"{name}\" is null");
}
