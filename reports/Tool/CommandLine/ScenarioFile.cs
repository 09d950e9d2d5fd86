using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.CommandLine;

/// <summary>A scenario that the user names.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Area">Its area.</param>
internal sealed record ScenarioFile(string Path, Scenario Scenario, Area Area)
{
    /// <summary>Reads a scenario.</summary>
    /// <exception cref="UsageException">The file cannot be read, or its configuration cannot be.</exception>
    /// <exception cref="BadInputException">It holds no scenario; the message says where and why.</exception>
    public static ScenarioFile Read(string path)
    {
        var bytes = InputFile.Read(path, JsonCursor.MostBytes);
        var scenario = ScenarioFormat.Read(bytes, path, id => AreaCatalogue.Find(id)?.Types);
        var area = AreaCatalogue.Find(scenario.Area)!;
        return area.ProblemOf(scenario.Configuration) is { } problem
            ? throw new UsageException($"{path}: configuration: {problem}")
            : new ScenarioFile(path, scenario, area);
    }

    /// <summary>Where the target with a connection string comes from in this scenario's area.</summary>
    /// <exception cref="UsageException">It does not offer the area.</exception>
    public TargetSource SourceOf(string connection) =>
        Targets.TargetCatalogue.Find(connection).For(Area)
        ?? throw new UsageException($"target '{connection}' does not offer the area '{Area.Id}'");
}
