using IoSpec.Engine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Output;

/// <summary>All that reports tell of a run.</summary>
/// <param name="Plan">What was to be run.</param>
/// <param name="Verdict">What it has shown.</param>
/// <param name="Files">The scenarios of its failures.</param>
/// <param name="Path">The path of the results.</param>
internal sealed record RunReport(RunPlan Plan, RunVerdict Verdict, FailureFiles Files, string Path)
{
    /// <summary>The alternatives that were compared.</summary>
    public IReadOnlyList<AreaComparison> Comparisons { get; init; } = [];

    /// <summary>The command that shows the worst failure again; without a failure, the whole run.</summary>
    public string ReplayCommand
    {
        get
        {
            var first = FailureOrder.WorstFirst(Verdict.Targets.SelectMany(t => t.Failures))
                .Select(Files.PathOf)
                .FirstOrDefault(path => path is not null);
            return first is null ? Plan.Again ?? Again() : $"iospec replay {CommandText.Quote(first)}";
        }
    }

    private string Again()
    {
        var words = new List<string> { "iospec", "run" };
        words.AddRange(Plan.Targets.Select(t => CommandText.Quote(t.Connection)));
        foreach (var setting in Plan.Settings)
        {
            if (setting.Origin == Setting.FromCommandLine || setting.Name == Setting.Seed)
                words.Add($"--{setting.Name} {CommandText.Quote(setting.Value)}");
        }

        return string.Join(' ', words);
    }
}
