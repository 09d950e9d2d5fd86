using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec run</c>: judges targets.</summary>
internal static class RunCommand
{
    public static Command Of(Session session)
    {
        var (options, output, resumption) = (new RunOptions(), new OutputOptions(), new Resumption());
        var command = new Command("run", "Judges targets and writes what was found.");
        options.AddTo(command);
        resumption.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var resumed = resumption.Read(parsed, options);
            var plan = resumed?.Plan ?? options.Read(parsed);
            var (folder, results, main, files) = output.Read(parsed, resumed?.Folder);
            FailureFiles.Check();
            using var journal = resumed is null
                ? JournalFile.Create(Path.Combine(folder, JournalFile.Name), plan)
                : RunJournal.Resume(resumed.Path, resumed.Known);
            return Run(session, plan, journal, folder, results, main, files);
        });
        return command;
    }

    private static int Run(
        Session session, RunPlan plan, RunJournal journal, string folder, string results, string main,
        IReadOnlyList<Format> files)
    {
        var pretty = new PrettyReport(session.Output, new Style(session.HasColour), session.Width);
        var isPretty = main == "pretty";
        if (isPretty) pretty.Begin(plan);
        var verdict = Judge(session, plan, journal, isPretty);
        var report = new RunReport(plan, verdict, FailureFiles.Write(folder, plan, verdict), results)
        {
            Comparisons = AreaComparison.Of(plan, verdict),
        };
        var json = JsonReport.Of(report);
        OutputFile.Write(results, json);
        foreach (var file in files) OutputFile.Write(file.Path!, Text(file.Name, report, json, folder));
        if (isPretty) pretty.End(report);
        else session.Output.Write(Text(main, report, json, folder));
        return verdict.Exit;
    }

    private static RunVerdict Judge(Session session, RunPlan plan, RunJournal journal, bool isPretty)
    {
        using var progress = new Progress(session, isPretty);
        return new Runner(plan, journal, progress, session.Stop).Run(DateOnly.FromDateTime(DateTime.UtcNow));
    }

    // All but the form for people is made of the results as they are written: what they do not tell, nothing tells.
    private static string Text(string format, RunReport report, string json, string folder)
    {
        if (format == "json") return json;
        if (ReportFormat.Has(format)) return ReportFormat.Text(format, RunFolder.Of(json, folder));
        using var text = new StringWriter();
        var pretty = new PrettyReport(text, new Style(hasColour: false), Session.UsualWidth);
        pretty.Begin(report.Plan);
        pretty.End(report);
        return text.ToString();
    }
}
