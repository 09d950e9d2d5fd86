using System.Text;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Output;

/// <summary>The scenarios of the failures of a run, one file each.</summary>
/// <remarks>
/// A failure whose waiver is withheld goes only to the folder that <see cref="PrivateFolder"/> names, if any, and no
/// report tells its path.
/// </remarks>
internal sealed class FailureFiles
{
    /// <summary>The variable that names the folder for what must not be shown.</summary>
    public const string PrivateFolder = "IOSPEC_PRIVATE_FINDINGS";

    private const string Name = "failures";
    private readonly Dictionary<FailureVerdict, string> _paths = new(ReferenceEqualityComparer.Instance);
    private readonly string _folder;

    private FailureFiles(string folder) => _folder = folder;

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
                    files.Write(area.Result.Area, failure, target.Target, plan.Seed, isOnlyTarget);
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

    private void Write(Area area, FailureVerdict verdict, string target, ulong seed, bool isOnlyTarget)
    {
        var failure = verdict.Failure;
        var text = ScenarioOf.Failure(area, failure, target, seed, verdict.Raw.Text()).Write(area);
        var name = Slug(failure.Signature.ToString()) + (isOnlyTarget ? "" : "." + Slug(target))
            + ScenarioFormat.Extension;
        if (verdict.Waiver is not { IsWithheld: true })
        {
            _paths[verdict] = name;
            Write(Path.Combine(_folder, Name), name, text, failure.SecondOpinion);
        }
        else if (Environment.GetEnvironmentVariable(PrivateFolder) is { Length: > 0 } hidden)
        {
            Write(hidden, name, text, failure.SecondOpinion);
        }
    }

    private static void Write(string folder, string name, string text, SecondOpinion? second)
    {
        OutputFile.Write(Path.Combine(folder, name), text);
        if (second is not null) OutputFile.Write(Path.Combine(folder, SecondName(name, second)), second.Scenario);
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.') slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString(0, Math.Min(slug.Length, 120)).Trim('-', '.');
    }
}
