using System.Text;
using System.Text.Json.Nodes;
using IoSpec.Engine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Merging;

/// <summary>The scenarios of several runs in the folder of one.</summary>
/// <param name="folder">The folder.</param>
internal sealed class ScenarioCopies(string folder)
{
    private const string Name = "failures";
    private readonly Dictionary<string, byte[]> _taken = new(StringComparer.Ordinal);

    /// <summary>Makes the failures of merged results name copies of their scenarios.</summary>
    /// <param name="merged">The results; changed in place.</param>
    /// <param name="runs">The runs that they are of.</param>
    public void Take(JsonObject merged, IReadOnlyList<RunPart> runs)
    {
        foreach (var failure in merged.Items("targets").SelectMany(t => t.Items("failures")))
        {
            var run = runs[failure[ResultsMerge.From]!.GetValue<int>()];
            failure.Remove(ResultsMerge.From);
            if ((string?)failure["scenario"] is { } link) failure["scenario"] = Copy(run, link);
            if (failure["secondJudge"] is JsonObject second && (string?)second["scenario"] is { } other)
                second["scenario"] = Copy(run, other);
        }
    }

    /// <summary>Writes the copies.</summary>
    public void Write()
    {
        foreach (var (name, bytes) in _taken.OrderBy(copy => copy.Key, StringComparer.Ordinal))
            OutputFile.Write(Path.Combine(folder, Name, name), Encoding.UTF8.GetString(bytes));
    }

    // Two runs may have given one name to two scenarios.
    private string? Copy(RunPart run, string link)
    {
        if (run.File(link) is not { } bytes) return null;
        var file = Path.GetFileName(link);
        var name = file;
        for (var i = 2; _taken.TryGetValue(name, out var taken) && !taken.AsSpan().SequenceEqual(bytes); i++)
            name = $"{i.ToText()}.{file}";
        _taken[name] = bytes;
        return $"{Name}/{name}";
    }
}
