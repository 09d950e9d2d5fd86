using System.CommandLine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;

namespace IoSpec.Tool.Commands;

/// <summary>Where the results of a run go.</summary>
internal sealed class OutputOptions
{
    /// <summary>The name of the file of results in its folder.</summary>
    public const string Results = "results.json";

    private readonly Option<string?> _folder =
        OptionOf.Text("--output", "FOLDER", "The folder of the results: reports/out in this project, else iospec-out.");

    private readonly Option<string[]> _formats =
        OptionOf.List(
            "--format", "FORMAT[=PATH]",
            $"pretty (the default), json, {string.Join(", ", ReportFormat.Names)}; several are possible.");

    private readonly string _under;

    /// <summary>Options.</summary>
    /// <param name="under">The folder below the usual one, for what is no run; empty for a run.</param>
    public OutputOptions(string under = "")
    {
        _under = under;
        _folder.Aliases.Add("-o");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_formats);
    }

    /// <summary>The folder, the form of what is printed, and further files.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="resumed">The folder of a run that goes on; null for a new run.</param>
    /// <exception cref="UsageException">They cannot be meant or not be written.</exception>
    public RunOutput Read(ParseResult parsed, string? resumed = null)
    {
        var named = parsed.GetValue(_folder);
        if (resumed is not null && named is not null && Path.GetFullPath(named) != Path.GetFullPath(resumed))
            throw new UsageException($"--output {named}: the run goes on in {resumed}");
        var folder = resumed ?? named ?? Path.Combine(DefaultFolder(), _under);
        var (main, files) = Format.Read(parsed.GetValue(_formats)!, ["pretty", "json", .. ReportFormat.Names]);
        var results = Path.Combine(folder, Results);
        Output.OutputFile.Check(results);
        foreach (var file in files) Output.OutputFile.Check(file.Path!);
        return new RunOutput(folder, results, main, files);
    }

    /// <summary>The folder if none is named.</summary>
    public static string DefaultFolder() =>
        File.Exists("ConformanceSuite.sln") ? Path.Combine("reports", "out") : "iospec-out";
}
