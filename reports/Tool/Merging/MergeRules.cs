using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Merging;

/// <summary>Which runs go together.</summary>
internal static class MergeRules
{
    /// <summary>Makes sure that runs go together.</summary>
    /// <exception cref="UsageException">They do not.</exception>
    public static void Check(IReadOnlyList<RunPart> runs)
    {
        foreach (var name in (string[])["suite", "seed"])
            RequireSame(runs, $"\"{name}\" is", run => run.Results.Text(name));
        List<RunPart> shards = [.. runs.Where(run => run.Shards is not null)];
        RequireSame(shards, "the number of shards is", run => run.Shards!.Count.ToText());
        RequireSame(shards, "it is a shard of a run with the settings", Settings);
        RefuseTwice(runs);
    }

    private static void RequireSame(IReadOnlyList<RunPart> runs, string what, Func<RunPart, string> read)
    {
        if (runs.FirstOrDefault(run => read(run) != read(runs[0])) is { } other)
        {
            throw new UsageException(
                $"{other.Path}: {what} \"{Words.Safe(read(other))}\", but that of {runs[0].Path} is "
                + $"\"{Words.Safe(read(runs[0]))}\"");
        }
    }

    private static string Settings(RunPart run) => string.Join(' ', run.Settings
        .Where(s => s.Text("name") != Setting.Shard).Select(s => $"{s.Text("name")}={s.Text("value")}"));

    // The cases of an area on a target are the same in all runs: a case that is in two of them would count twice.
    private static void RefuseTwice(IReadOnlyList<RunPart> runs)
    {
        var judged = runs.SelectMany(run => run.Judged.Select(what => (What: what, Run: run)))
            .GroupBy(pair => pair.What, pair => pair.Run);
        foreach (var parts in judged)
        {
            var before = new List<RunPart>();
            foreach (var part in parts)
            {
                if (before.Find(other => Overlap(other, part)) is { } other)
                {
                    throw new UsageException(
                        $"{part.Path}: the area '{parts.Key.Area}' of {Words.Safe(parts.Key.Target)} is in "
                        + $"{other.Path}, too: it would count twice");
                }

                before.Add(part);
            }
        }
    }

    private static bool Overlap(RunPart one, RunPart other) =>
        one.Shards is null || other.Shards is null || one.Shards.Indices.Overlaps(other.Shards.Indices);
}
