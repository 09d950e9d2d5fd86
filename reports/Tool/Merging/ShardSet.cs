using System.Text.Json.Nodes;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Merging;

/// <summary>Some of the shards of a run.</summary>
/// <param name="Indices">Which, from 1.</param>
/// <param name="Count">How many there are.</param>
internal sealed record ShardSet(IReadOnlySet<int> Indices, int Count)
{
    /// <summary>Whether they are all.</summary>
    public bool IsWhole => Indices.Count == Count;

    /// <summary>The shards that results are of; null if they are of a whole run.</summary>
    /// <exception cref="UsageException">What the results say of it makes no sense.</exception>
    public static ShardSet? Of(string path, JsonObject results)
    {
        var setting = results.Items("settings").FirstOrDefault(s => s.Text("name") == Setting.Shard);
        if (setting is null) return null;
        var text = setting.Text("value");
        return Parse(text)
            ?? throw new UsageException($"{path}: the setting \"shard\" is \"{Words.Safe(text)}\"");
    }

    /// <summary>Reads shards.</summary>
    /// <param name="text">Such as <c>3/16</c> or <c>1-3,5/16</c>.</param>
    /// <returns>The shards; null if these are none.</returns>
    public static ShardSet? Parse(string text)
    {
        if (text.Split('/') is not [var list, var all] || !TryNumber(all, out var count)) return null;
        var indices = new SortedSet<int>();
        foreach (var range in list.Split(','))
        {
            var ends = range.Split('-');
            if (ends.Length > 2) return null;
            if (!TryNumber(ends[0], out var first) || !TryNumber(ends[^1], out var last)) return null;
            if (first > last || last > count) return null;
            indices.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return new ShardSet(indices, count);
    }

    /// <summary>These shards and others of the same run.</summary>
    public ShardSet With(ShardSet other) => this with { Indices = new SortedSet<int>(Indices.Concat(other.Indices)) };

    /// <summary>The shards, as <see cref="Parse"/> reads them.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var index in Indices.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == index - 1) ranges[^1] = (ranges[^1].First, index);
            else ranges.Add((index, index));
        }

        var texts = ranges.Select(r => r.First == r.Last ? r.First.ToText() : $"{r.First.ToText()}-{r.Last.ToText()}");
        return $"{string.Join(',', texts)}/{Count.ToText()}";
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(
        text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number)
        && number is >= 1 and <= Shard.Most;
}
