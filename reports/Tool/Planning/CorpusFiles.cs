using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Planning;

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
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var idle = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in verdict.Targets)
        {
            foreach (var area in target.Areas)
            {
                foreach (var failure in area.Failures.Where(IsKept)) Add(texts, plan, target, area, failure);
                if (area.Result.Growth is { } growth) Add(texts, idle, plan, target, area.Result.Area, growth);
            }
        }

        foreach (var (name, text) in texts) OutputFile.Write(Path.Combine(folder, name), text);
        idle.ExceptWith(texts.Keys);
        foreach (var name in idle) File.Delete(Path.Combine(folder, name));
        return (texts.Count, idle.Count);
    }

    // What shows whenever it is tried, and may be shown.
    private static bool IsKept(FailureVerdict verdict) =>
        !verdict.IsPrivate && verdict.Failure.Reproduced == Confirmation.Tries && verdict.Raw != Verdict.Error;

    private static void Add(
        SortedDictionary<string, string> texts, RunPlan plan, TargetVerdict target, AreaVerdict area,
        FailureVerdict verdict)
    {
        var failure = verdict.Failure;
        var scenario = ScenarioOf.Failure(
            area.Result.Area, failure, target.Target, plan.Seed, verdict.Raw.Text());
        texts[NameOf(area.Result.Area, scenario.Signature, target.Target)] = scenario.Write(area.Result.Area);
    }

    private static void Add(
        SortedDictionary<string, string> texts, SortedSet<string> idle, RunPlan plan, TargetVerdict target, Area area,
        CorpusGrowth growth)
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
            texts[NameOf(area, found.Points[0], target.Target)] = scenario.Write(area);
        }

        var replayed = plan.Corpus.For(area, target.Target);
        foreach (var index in growth.Idle)
        {
            var entry = replayed[index];
            if (entry.IsForCoverage && entry.Scenario.Target.Length > 0) idle.Add(entry.Name);
        }
    }

    private static string NameOf(Area area, string what, string target) =>
        $"{area.Id}/{FileWords.Of(what)}.{FileWords.Of(CorpusEntry.FamilyOf(target))}{ScenarioFormat.Extension}";
}
