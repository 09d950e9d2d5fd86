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
        command.SetAction(parsed => Run(session, options.Read(parsed), output.Read(parsed)));
        return command;
    }

    private static int Run(Session session, RunPlan plan, RunOutput output)
    {
        FailureFiles.Check();
        output.Begin(session, plan);
        var verdict = Judge(session, plan, output.IsPretty);
        output.End(session, new RunReport(
            plan, verdict, FailureFiles.Write(output.Folder, plan, verdict), output.Results)
        {
            Comparisons = verdict.IsInterrupted ? [] : AreaComparison.Of(plan),
        });
        return verdict.Exit;
    }

    private static RunVerdict Judge(Session session, RunPlan plan, bool isPretty)
    {
        using var progress = new Progress(session, isPretty);
        return new Runner(plan, progress, session.Stop).Run(DateOnly.FromDateTime(DateTime.UtcNow));
    }
}
