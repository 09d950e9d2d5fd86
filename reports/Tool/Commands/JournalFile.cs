using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>The journal in the folder of a run.</summary>
internal static class JournalFile
{
    /// <summary>Its name.</summary>
    public const string Name = "events.ndjson";

    /// <summary>How its name ends, wherever it was moved.</summary>
    public const string Extension = ".ndjson";

    /// <summary>Begins the journal of a plan.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="plan">The plan.</param>
    public static RunJournal Create(string path, RunPlan plan)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        return RunJournal.Create(
            path, plan.Seed, plan.Settings.Select(s => new JournalSetting(s.Name, s.Value, s.Origin)),
            plan.Targets.Select(target => new JournalTarget(target.Connection, [.. AreasOf(target, plan)])));
    }

    /// <summary>Reads a journal.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static JournalContents Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new UsageException($"cannot read '{path}': it is a folder");
            using var stream = File.OpenRead(path);
            return JournalContents.Read(stream, path, AreaCatalogue.Find);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"cannot read '{path}': {exception.Message}");
        }
    }

    /// <summary>The ids of the areas in which a target of a plan is judged.</summary>
    public static IEnumerable<string> AreasOf(PlannedTarget target, RunPlan plan) =>
        plan.Selection.Areas.Where(area => target.Plug is not { } plug || plug.For(area) is not null)
            .Select(area => area.Id);
}
