using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>The option <c>--resume</c>: a run that ended before its time goes on.</summary>
internal sealed class Resumption
{
    private const string Name = "--resume";
    private readonly Option<string?> _folder = OptionOf.Text(
        Name, "FOLDER", "Go on with the run whose results go to this folder; its settings are in its journal.");

    public void AddTo(Command command) => command.Options.Add(_folder);

    /// <summary>The run that goes on; null if a new one begins.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">What it says besides.</param>
    /// <exception cref="UsageException">It does not go with the rest of the command line.</exception>
    public ResumedRun? Read(ParseResult parsed, RunOptions options)
    {
        if (parsed.GetValue(_folder) is not { } folder) return null;
        var path = Path.Combine(folder, JournalFile.Name);
        var known = JournalFile.Read(path);
        if (options.HasParts(parsed)) throw new UsageException($"--with and {Name} exclude each other");
        if (options.Named(parsed) is { Count: > 0 } named
            && !named.SequenceEqual(known.Targets.Select(t => t.Connection), StringComparer.Ordinal))
            throw new UsageException($"{Name}: the run in {folder} is of {Targets(known)}");
        foreach (var setting in options.Written(parsed))
        {
            if (known.Settings.Any(s => s.Name == setting.Name && s.Value == setting.Value)) continue;
            var before = known.Settings.FirstOrDefault(s => s.Name == setting.Name)?.Value ?? "none";
            throw new UsageException($"{Name}: the run in {folder} has another --{setting.Name}: {before}");
        }

        var jobs = options.JobsIn(parsed);
        var plan = JournalPlan.ToGoOn(known, path);
        return new ResumedRun(folder, path, plan with { Jobs = jobs ?? plan.Jobs }, known);
    }

    private static string Targets(JournalContents known) => string.Join(", ", known.Targets.Select(t => t.Connection));
}

/// <summary>A run that goes on.</summary>
/// <param name="Folder">The folder of its results.</param>
/// <param name="Path">The path of its journal.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Known">What its journal tells.</param>
internal sealed record ResumedRun(string Folder, string Path, RunPlan Plan, JournalContents Known);
