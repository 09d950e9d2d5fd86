using System.CommandLine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;

namespace IoSpec.Tool.Commands;

/// <summary>Where the results of a run go.</summary>
internal sealed class OutputOptions
{
    private const string Results = "results.json";
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
    /// <exception cref="UsageException">They cannot be meant or not be written.</exception>
    public RunOutput Read(ParseResult parsed)
    {
        var folder = parsed.GetValue(_folder) ?? Path.Combine(DefaultFolder(), _under);
        var (main, files) = Format.Read(parsed.GetValue(_formats)!, ["pretty", "json", .. ReportFormat.Names]);
        var results = Path.Combine(folder, Results);
        Output.OutputFile.Check(results);
        foreach (var file in files) Output.OutputFile.Check(file.Path!);
        return new RunOutput(folder, results, main, files);
    }

    private static string DefaultFolder() =>
        File.Exists("ConformanceSuite.sln") ? Path.Combine("reports", "out") : "iospec-out";
}
