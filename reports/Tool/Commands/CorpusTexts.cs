using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Commands;

/// <summary>What is written into the folder of a corpus: each scenario under a name that no other one needs.</summary>
/// <param name="corpus">What is there.</param>
/// <param name="idle">The names of what is taken out.</param>
internal sealed class CorpusTexts(Corpus corpus, IReadOnlySet<string> idle)
{
    private readonly Dictionary<string, Scenario> _known =
        corpus.Entries.ToDictionary(entry => entry.Name, entry => entry.Scenario, StringComparer.Ordinal);

    /// <summary>The scenarios by name.</summary>
    public SortedDictionary<string, string> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a scenario; of names that only differ in what no name shows, the later have a number.</summary>
    /// <param name="area">Its area.</param>
    /// <param name="what">What it is kept for.</param>
    /// <param name="scenario">The scenario, with its target.</param>
    public void Add(Area area, string what, Scenario scenario)
    {
        var start = $"{area.Id}/{FileWords.Of(what)}.{FileWords.Of(CorpusEntry.FamilyOf(scenario.Target))}";
        var name = start + ScenarioFormat.Extension;
        for (var number = 2; IsTaken(name, scenario); number++)
            name = $"{start}-{number.ToText()}{ScenarioFormat.Extension}";
        All[name] = scenario.Write(area);
    }

    private bool IsTaken(string name, Scenario scenario) =>
        All.ContainsKey(name) || (_known.TryGetValue(name, out var other) && !IsInPlaceOf(name, scenario, other));

    // A failure comes in the place of the same one, and what is for coverage only where nothing is lost by it.
    private bool IsInPlaceOf(string name, Scenario scenario, Scenario other) =>
        other.Target == scenario.Target && other.Signature == scenario.Signature
        && (scenario.Signature.Length > 0 || idle.Contains(name));
}
