using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>The folder of a corpus: read before a run, and written after it only if the user wants that.</summary>
internal static class CorpusFiles
{
    /// <summary>Reads a corpus.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mayBeMissing">Whether it may still have to be made.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    /// <exception cref="BadInputException">A file is no scenario; the message says where and why.</exception>
    public static Corpus Read(string folder, bool mayBeMissing)
    {
        if (!Directory.Exists(folder) && !mayBeMissing)
            throw new UsageException($"cannot read '{folder}': there is no such folder");
        try
        {
            return Corpus.Read(folder, AreaCatalogue.Find);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read '{folder}': {exception.Message}");
        }
    }

    /// <summary>Writes what a run has found into the folder, and takes out what nothing is lost without.</summary>
    /// <returns>How many scenarios were written, and how many taken out.</returns>
    public static (int Written, int Removed) Update(string folder, RunPlan plan, RunVerdict verdict)
    {
        var idle = Idle(plan, verdict);
        var texts = new CorpusTexts(plan.Corpus, idle);
        foreach (var target in verdict.Targets)
        {
            foreach (var area in target.Areas)
            {
                foreach (var failure in area.Failures.Where(IsKept)) Add(texts, plan, target, area, failure);
                if (area.Result.Growth is { } growth) Add(texts, plan, target, area.Result.Area, growth);
            }
        }

        foreach (var (name, text) in texts.All) OutputFile.Write(Path.Combine(folder, name), text);
        idle.ExceptWith(texts.All.Keys);
        foreach (var name in idle) Delete(Path.Combine(folder, name));
        return (texts.All.Count, idle.Count);
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot take out '{path}': {exception.Message}");
        }
    }

    // What reaches nothing of its own on the target that it is of, and on none that replays it.
    private static SortedSet<string> Idle(RunPlan plan, RunVerdict verdict)
    {
        var idle = new SortedSet<string>(StringComparer.Ordinal);
        var needed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in verdict.Targets)
        {
            foreach (var area in plan.Selection.Areas)
            {
                var growth = target.Areas.FirstOrDefault(a => a.Result.Area.Id == area.Id)?.Result.Growth;
                foreach (var (index, entry) in plan.Corpus.For(area, target.Target).Index())
                {
                    if (growth is null || !growth.Idle.Contains(index)) needed.Add(entry.Name);
                    else if (entry.IsForCoverage && entry.Scenario.Target == target.Target) idle.Add(entry.Name);
                }
            }
        }

        idle.ExceptWith(needed);
        return idle;
    }

    // What shows whenever it is tried, and may be shown.
    private static bool IsKept(FailureVerdict verdict) =>
        !verdict.IsPrivate && verdict.Failure.Reproduced == Confirmation.Tries && verdict.Raw != Verdict.Error;

    private static void Add(
        CorpusTexts texts, RunPlan plan, TargetVerdict target, AreaVerdict area, FailureVerdict verdict)
    {
        var scenario = ScenarioOf.Failure(
            area.Result.Area, verdict.Failure, target.Target, plan.Seed, verdict.Raw.Text());
        texts.Add(area.Result.Area, scenario.Signature, scenario);
    }

    private static void Add(
        CorpusTexts texts, RunPlan plan, TargetVerdict target, Area area, CorpusGrowth growth)
    {
        foreach (var found in growth.Found)
        {
            var scenario = ScenarioOf.Sequence(area, found.Configuration, found.Operations, found.Seen) with
            {
                Target = target.Target,
                Seed = plan.Seed,
                Case = found.Case,
                Allowed = $"reaches {string.Join(", ", found.Points)}",
            };
            texts.Add(area, found.Points[0], scenario);
        }
    }
}
