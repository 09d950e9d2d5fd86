using System.CommandLine;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec judge</c>: judges recorded histories, without their target.</summary>
internal static class JudgeCommand
{
    private const string Name = "judge";
    private const int MostBytes = 1 << 30;

    public static Command Of(Session session)
    {
        var files = new Argument<string[]>("trace")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files that 'iospec run --record' or another program has written (iospec schema trace).",
        };
        var requirements =
            OptionOf.List("--requirement", "REQ,…", "Only these requirements; * stands for anything.", "-r");
        var waivers =
            OptionOf.Text("--waivers", "FILE", "What is known to fail, besides what the suite knows itself.");
        var output = new OutputOptions("judged");
        var command = new Command(Name, "Judges recorded histories, without a target.")
        {
            files, requirements, waivers,
        };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var paths = parsed.GetRequiredValue(files);
            var wanted = parsed.GetValue(requirements)!;
            var book = WaiverFiles.Read(parsed.GetValue(waivers));
            var writes = output.Read(parsed);
            var traces = new JudgedTraces();
            foreach (var path in paths) traces.Add(Open(path));
            return Report(session, Plan(traces, Selection.Of(traces.Areas, wanted), book, paths), traces, writes);
        });
        return command;
    }

    private static TraceReader Open(string path) =>
        new(InputFile.Read(path, MostBytes), path, AreaCatalogue.Find);

    private static RunPlan Plan(
        JudgedTraces traces, Selection selection, WaiverBook waivers, IReadOnlyList<string> paths) => new()
        {
            Targets = [.. traces.Targets.Select(target => new PlannedTarget(target, null, null))],
            Selection = selection,
            Profile = Profile.Trace,
            Seed = traces.Seed,
            Jobs = 1,
            Waivers = waivers,
            Settings = [.. paths.Select(path => new Setting("trace", Words.Safe(path), Setting.FromCommandLine))],
            Again = $"iospec {Name} {string.Join(' ', paths.Select(CommandText.Quote))}",
        };

    private static int Report(Session session, RunPlan plan, JudgedTraces traces, RunOutput output)
    {
        FailureFiles.Check();
        var targets = traces.Judge(plan.Selection.Includes, plan.Waivers);
        var verdict = new RunVerdict(targets, [], IsStrict: false, IsInterrupted: false);
        foreach (var problem in targets.Select(target => target.Problem).OfType<TargetProblem>())
            session.Error.WriteLine($"iospec: {problem.Reason}");
        output.Begin(session, plan);
        output.End(session, new RunReport(
            plan, verdict, FailureFiles.Write(output.Folder, plan, verdict), output.Results));
        return verdict.Exit;
    }
}
