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
        var (options, output, resumption) = (new RunOptions(), new OutputOptions(), new Resumption());
        var command = new Command("run", "Judges targets and writes what was found.");
        options.AddTo(command);
        resumption.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var resumed = resumption.Read(parsed, options);
            var plan = resumed?.Plan ?? options.Read(parsed);
            var made = output.Read(parsed, resumed?.Folder);
            FailureFiles.Check();
            using var journal = resumed is null
                ? JournalFile.Create(Path.Combine(made.Folder, JournalFile.Name), plan)
                : RunJournal.Resume(resumed.Path, resumed.Known);
            return Run(session, plan, journal, made);
        });
        return command;
    }

    private static int Run(Session session, RunPlan plan, RunJournal journal, RunOutput output)
    {
        output.Begin(session, plan);
        var verdict = Judge(session, plan, journal, output.IsPretty);
        // The results first: with another corpus they could not be told again.
        output.End(session, new RunReport(
            plan, verdict, FailureFiles.Write(output.Folder, plan, verdict), output.Results)
        {
            Comparisons = AreaComparison.Of(plan, verdict),
        });
        if (plan.GrowingCorpus is { } corpus && !verdict.IsInterrupted)
        {
            var (written, removed) = CorpusFiles.Update(corpus, plan, verdict);
            if (output.IsPretty) PrettyReport.Corpus(session.Output, corpus, written, removed);
        }

        return verdict.Exit;
    }

    private static RunVerdict Judge(Session session, RunPlan plan, RunJournal journal, bool isPretty)
    {
        using var progress = new Progress(session, isPretty);
        return new Runner(plan, journal, progress, session.Stop).Run(DateOnly.FromDateTime(DateTime.UtcNow));
    }
}
