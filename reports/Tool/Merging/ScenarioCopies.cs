using System.Text;
using System.Text.Json.Nodes;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Merging;

/// <summary>The scenarios of several runs in the folder of one.</summary>
/// <param name="folder">The folder.</param>
internal sealed class ScenarioCopies(string folder)
{
    private const string Name = "failures";
    private readonly Dictionary<string, byte[]> _taken = new(StringComparer.Ordinal);

    /// <summary>Makes the failures of results name copies of their scenarios.</summary>
    /// <param name="results">The results; changed in place.</param>
    /// <param name="from">Their folder.</param>
    public void Take(JsonObject results, string from)
    {
        var failures = results["targets"]!.AsArray().SelectMany(t => t!["failures"]!.AsArray());
        foreach (var failure in failures.Select(f => f!.AsObject()))
        {
            if ((string?)failure["scenario"] is { } link) failure["scenario"] = Copy(from, link);
            if (failure["secondJudge"] is JsonObject second && (string?)second["scenario"] is { } other)
                second["scenario"] = Copy(from, other);
        }
    }

    /// <summary>Writes the copies that results still name.</summary>
    public void Write(JsonObject results)
    {
        var text = results.ToJsonString();
        foreach (var (name, bytes) in _taken.OrderBy(copy => copy.Key, StringComparer.Ordinal))
        {
            if (text.Contains(name, StringComparison.Ordinal))
                OutputFile.Write(Path.Combine(folder, Name, name), Encoding.UTF8.GetString(bytes));
        }
    }

    // Two runs may have given one name to two scenarios.
    private string? Copy(string from, string link)
    {
        if (RunFolder.PathOf(from, link) is not { } path || !File.Exists(path)) return null;
        var bytes = InputFile.Read(path, JsonCursor.MostBytes);
        var file = Path.GetFileName(path);
        var name = file;
        for (var i = 2; _taken.TryGetValue(name, out var taken) && !taken.AsSpan().SequenceEqual(bytes); i++)
            name = $"{i.ToText()}.{file}";
        _taken[name] = bytes;
        return $"{Name}/{name}";
    }
}
