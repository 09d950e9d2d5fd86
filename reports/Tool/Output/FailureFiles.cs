using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Output;

/// <summary>The scenarios of the failures of a run, one file each.</summary>
/// <remarks>
/// A failure that is private goes only to the folder that <see cref="Variable"/> names, if any, with all that is to be
/// said of it; no report of the run tells its path.
/// </remarks>
internal sealed class FailureFiles
{
    /// <summary>The variable that names the folder for what must not be shown.</summary>
    public const string Variable = "IOSPEC_PRIVATE_FINDINGS";

    private const string Name = "failures";
    private readonly Dictionary<FailureVerdict, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Path, string Text)> _files = [];
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly string _folder;

    private FailureFiles(string folder) => _folder = folder;

    /// <summary>The folder for what must not be shown; null if there is none.</summary>
    public static string? PrivateFolder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Makes sure, before anything runs, that what must not be shown can be written.</summary>
    public static void Check()
    {
        if (PrivateFolder is { } folder) OutputFile.Check(Path.Combine(folder, Name + ScenarioFormat.Extension));
    }

    /// <summary>Writes the scenarios of a run.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="verdict">What it has shown.</param>
    /// <returns>Where they are.</returns>
    public static FailureFiles Write(string folder, RunPlan plan, RunVerdict verdict)
    {
        var files = Of(folder, plan, verdict);
        foreach (var (path, text) in files._files) OutputFile.Write(path, text);
        return files;
    }

    /// <summary>The scenarios of a run, which are not written.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="verdict">What it has shown.</param>
    /// <returns>What and where they would be.</returns>
    public static FailureFiles Of(string folder, RunPlan plan, RunVerdict verdict)
    {
        var files = new FailureFiles(folder);
        var isOnlyTarget = verdict.Targets.Count == 1;
        foreach (var target in verdict.Targets)
        {
            foreach (var area in target.Areas)
            {
                foreach (var failure in area.Failures.Where(f => f.Failure.Withheld is null))
                    files.Add(area.Result.Area, failure, target, plan.Seed, isOnlyTarget);
            }
        }

        return files;
    }

    /// <summary>The path of a failure's scenario, from the current folder; null if it has none to show.</summary>
    public string? PathOf(FailureVerdict failure) =>
        _paths.TryGetValue(failure, out var name) ? Path.Combine(_folder, Name, name) : null;

    /// <summary>The path of a failure's scenario, from the folder of the run; null if it has none to show.</summary>
    public string? LinkOf(FailureVerdict failure) =>
        _paths.TryGetValue(failure, out var name) ? $"{Name}/{name}" : null;

    /// <summary>The path of what a second judge was shown, from the folder of the run; null if there is none.</summary>
    public string? SecondLinkOf(FailureVerdict failure) =>
        failure.Failure.SecondOpinion is { } second && LinkOf(failure) is { } link ? SecondName(link, second) : null;

    /// <summary>The text of what a link leads to; null if it leads nowhere.</summary>
    public string? TextOf(string link) => _shown.GetValueOrDefault(link);

    private static string SecondName(string name, SecondOpinion second) =>
        name[..^ScenarioFormat.Extension.Length] + "." + second.Area + ScenarioFormat.Extension;

    private void Add(Area area, FailureVerdict verdict, TargetVerdict target, ulong seed, bool isOnlyTarget)
    {
        var failure = verdict.Failure;
        var text = ScenarioOf.Failure(area, failure, target.Target, seed, verdict.Raw.Text()).Write(area);
        var signature = FileWords.Of(failure.Signature.ToString());
        var whole = $"{signature}.{FileWords.Of(target.Target)}";
        if (!verdict.IsPrivate)
        {
            var name = isOnlyTarget ? signature : whole;
            _paths[verdict] = name + ScenarioFormat.Extension;
            Add(Path.Combine(_folder, Name, name), text, failure.SecondOpinion);
            _shown[LinkOf(verdict)!] = text;
            if (SecondLinkOf(verdict) is { } second) _shown[second] = failure.SecondOpinion!.Scenario;
        }
        else if (PrivateFolder is { } folder)
        {
            // The folder is that of many runs.
            var path = Path.Combine(folder, $"{whole}.{FileWords.Of(target.Version)}".TrimEnd('.'));
            Add(path, text, failure.SecondOpinion);
            _files.Add((path + ".txt", Report(verdict, target, seed, path + ScenarioFormat.Extension)));
        }
    }

    private void Add(string path, string text, SecondOpinion? second)
    {
        _files.Add((path + ScenarioFormat.Extension, text));
        if (second is not null)
            _files.Add((SecondName(path + ScenarioFormat.Extension, second), second.Scenario));
    }

    private static string Report(FailureVerdict verdict, TargetVerdict target, ulong seed, string scenario)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new FailureText(text, new Style(hasColour: false)).WriteWhole(
            verdict, target.NameAndVersion(), seed, scenario);
        return text.ToString();
    }
}
