using System.Text.Json.Nodes;

namespace IoSpec.Tool.Merging;

/// <summary>A run that is merged with others.</summary>
/// <param name="Path">What errors call it.</param>
/// <param name="Results">Its results.</param>
/// <param name="File">The bytes of a file that the results link to; null if it is not there.</param>
internal sealed record RunPart(string Path, JsonObject Results, Func<string, byte[]?> File)
{
    /// <summary>Which shards it holds; null if it is no shard.</summary>
    public ShardSet? Shards { get; } = ShardSet.Of(Path, Results);

    /// <summary>What of each target and version it has judged.</summary>
    public IEnumerable<(string Target, string Version, string Area)> Judged =>
        Results["targets"]!.AsArray().Select(t => t!.AsObject()).SelectMany(target => target["coverage"]!.AsObject()
            .Select(area => (target.Text("target"), target.Text("version"), area.Key)));

    /// <summary>Whether it says something of an area of a target.</summary>
    public bool Tells(JsonObject target, string area) => Results.Items("targets").Any(
        t => t.Text("target") == target.Text("target") && t.Text("version") == target.Text("version")
            && t.Items("requirements").Any(r => r.Text("area") == area));

    /// <summary>The settings of the run, as they are written.</summary>
    public IEnumerable<JsonObject> Settings => Results["settings"]!.AsArray().Select(s => s!.AsObject());
}
