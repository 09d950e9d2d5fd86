using System.CommandLine;
using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Html;
using IoSpec.Html.Results;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec report render</c>: the results of a run in other forms.</summary>
internal static class RenderCommand
{
    private const string Page = "report.html";

    public static Command Of(Session session)
    {
        var results = new Argument<string>("results")
        {
            Description = "The results.json of a run, or its events.ndjson.",
        };
        var output = OptionOf.Text(
            "--output", "PATH", $"The page, or the folder for it; {Page} beside the results if none is named.");
        output.Aliases.Add("-o");
        var formats = OptionOf.List(
            "--format", "FORMAT[=PATH]", $"html (the default), {string.Join(", ", ReportFormat.Names.Skip(1))}.");
        var mutants = OptionOf.Text(
            "--mutants", "FILE", "What 'mutants run --format json' has written: the page then has it, too.");
        var coverage = OptionOf.Text(
            "--coverage", "FILE", "A page about the coverage of code, as .ci/coverage makes: it is linked to.");
        var command = new Command("render", "Makes a page, or another form, of the results of a run.")
        {
            results, output, formats, mutants, coverage,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(results);
            var (main, files) = Format.Read(parsed.GetValue(formats)!, ReportFormat.Names);
            var read = RunFolder.Read(JournalReport.Read(path));
            foreach (var file in files) OutputFile.Write(file.Path!, ReportFormat.Text(file.Name, read));
            var isPrinted = main != "html";
            if (isPrinted) session.Output.Write(ReportFormat.Text(main, read));
            if (isPrinted || (files.Count > 0 && parsed.GetValue(output) is null)) return ExitCode.Conforms;
            var page = PathOf(parsed.GetValue(output), path);
            var link = LinkOf(parsed.GetValue(coverage), page);
            OutputFile.Write(page, HtmlReport.Of(read, Mutants(parsed.GetValue(mutants)), link));
            session.Output.WriteLine($"report: {page}");
            return ExitCode.Conforms;
        });
        return command;
    }

    private static string PathOf(string? output, string results)
    {
        if (output is null) return Path.Combine(Path.GetDirectoryName(results) ?? "", Page);
        var isFolder = Directory.Exists(output) || Path.EndsInDirectorySeparator(output) || !Path.HasExtension(output);
        return isFolder ? Path.Combine(output, Page) : output;
    }

    // The way from the folder of one page to another page; never anything but a path.
    private static string? LinkOf(string? file, string page)
    {
        if (file is null) return null;
        if (!File.Exists(file)) throw new UsageException($"{file}: there is no such file");
        var folder = Path.GetDirectoryName(Path.GetFullPath(page))!;
        var way = Path.GetRelativePath(folder, Path.GetFullPath(file)).Split(Path.DirectorySeparatorChar);
        return "./" + string.Join('/', way.Select(Uri.EscapeDataString));
    }

    private static IReadOnlyList<MutantResult>? Mutants(string? path)
    {
        if (path is null) return null;
        try
        {
            return MutantResult.Read(InputFile.Read(path, RunFolder.MostBytes));
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{path}:{((exception.LineNumber ?? 0) + 1).ToText()}: this is no JSON");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}: {OneLine.Of(exception.Message, 300)}");
        }
    }
}
