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
        var files = new FailureFiles(folder);
        var isOnlyTarget = verdict.Targets.Count == 1;
        foreach (var target in verdict.Targets)
        {
            foreach (var area in target.Areas)
            {
                foreach (var failure in area.Failures)
                    files.Write(area.Result.Area, failure, target, plan.Seed, isOnlyTarget);
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

    private static string SecondName(string name, SecondOpinion second) =>
        name[..^ScenarioFormat.Extension.Length] + "." + second.Area + ScenarioFormat.Extension;

    private void Write(Area area, FailureVerdict verdict, TargetVerdict target, ulong seed, bool isOnlyTarget)
    {
        var failure = verdict.Failure;
        var text = ScenarioOf.Failure(area, failure, target.Target, seed, verdict.Raw.Text()).Write(area);
        var name = FileWords.Of(failure.Signature.ToString()) + (isOnlyTarget ? "" : "." + FileWords.Of(target.Target));
        if (!verdict.IsPrivate)
        {
            _paths[verdict] = name + ScenarioFormat.Extension;
            Write(Path.Combine(_folder, Name, name), text, failure.SecondOpinion);
        }
        else if (PrivateFolder is { } folder)
        {
            var path = Path.Combine(folder, $"{name}.{FileWords.Of(target.Version)}".TrimEnd('.'));
            Write(path, text, failure.SecondOpinion);
            OutputFile.Write(path + ".txt", Report(verdict, target, seed, path + ScenarioFormat.Extension));
        }
    }

    private static void Write(string path, string text, SecondOpinion? second)
    {
        OutputFile.Write(path + ScenarioFormat.Extension, text);
        if (second is not null)
            OutputFile.Write(SecondName(path + ScenarioFormat.Extension, second), second.Scenario);
    }

    private static string Report(FailureVerdict verdict, TargetVerdict target, ulong seed, string scenario)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new FailureText(text, new Style(hasColour: false)).WriteWhole(
            verdict, target.NameAndVersion(), seed, scenario);
        return text.ToString();
    }
}
