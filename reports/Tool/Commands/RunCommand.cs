using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec run</c>: judges targets.</summary>
internal static class RunCommand
{
    public static Command Of(Session session)
    {
        var (options, output) = (new RunOptions(), new OutputOptions());
        var command = new Command("run", "Judges targets and writes what was found.");
        options.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var plan = options.Read(parsed);
            var (folder, results, main, files) = output.Read(parsed);
            return Run(session, plan, folder, results, main, files);
        });
        return command;
    }

    private static int Run(
        Session session, RunPlan plan, string folder, string results, string main, IReadOnlyList<Format> files)
    {
        var pretty = new PrettyReport(session.Output, new Style(session.HasColour), session.Width);
        var isPretty = main == "pretty";
        FailureFiles.Check();
        if (isPretty) pretty.Begin(plan);
        var verdict = Judge(session, plan, isPretty);
        var report = new RunReport(plan, verdict, FailureFiles.Write(folder, plan, verdict), results)
        {
            Comparisons = verdict.IsInterrupted ? [] : AreaComparison.Of(plan),
        };
        OutputFile.Write(results, JsonReport.Of(report));
        foreach (var file in files) OutputFile.Write(file.Path!, Text(file.Name, report));
        if (isPretty) pretty.End(report);
        else session.Output.Write(Text(main, report));
        return verdict.Exit;
    }

    private static RunVerdict Judge(Session session, RunPlan plan, bool isPretty)
    {
        using var progress = new Progress(session, isPretty);
        return new Runner(plan, progress, session.Stop).Run(DateOnly.FromDateTime(DateTime.UtcNow));
    }

    private static string Text(string format, RunReport report)
    {
        switch (format)
        {
            case "json": return JsonReport.Of(report);
            case "junit": return JunitReport.Of(report);
            default:
                using (var text = new StringWriter())
                {
                    var pretty = new PrettyReport(text, new Style(hasColour: false), Session.UsualWidth);
                    pretty.Begin(report.Plan);
                    pretty.End(report);
                    return text.ToString();
                }
        }
    }
}
