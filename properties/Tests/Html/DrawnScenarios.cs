using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Html;

/// <summary>Failures of faulty implementations, as a run has written them: what pictures are made of.</summary>
internal static class DrawnScenarios
{
    private const string Folder = "properties/Tests/Html/Drawn";

    /// <summary>All of them, by their names.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*" + ScenarioFormat.Extension)
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>One of them.</summary>
    public static Scenario Of(string name) =>
        Read(Path.Combine(Repository.Root, Folder, name + ScenarioFormat.Extension));

    private static Scenario Read(string path) =>
        ScenarioFormat.Read(File.ReadAllBytes(path), path, id => AreaCatalogue.Find(id)?.Types);
}
