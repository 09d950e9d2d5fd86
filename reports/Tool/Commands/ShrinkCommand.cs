using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec shrink</c>: goes on making a scenario smaller; the file never grows.</summary>
internal static class ShrinkCommand
{
    private const long DefaultEvaluations = 20_000;

    public static Command Of(Session session)
    {
        var file = new Argument<string>("scenario") { Description = "A file that a run has written." };
        var on = OptionOf.Text("--on", "TARGET", "What it runs on; the target of the scenario if none is named.");
        var output = OptionOf.Text("--output", "FILE", "Where the smaller scenario goes; without it, the file itself.");
        output.Aliases.Add("-o");
        var most = OptionOf.Value("--evaluations", "N", "How many sequences may be run.", Values.Evaluations);
        var command = new Command("shrink", "Makes a scenario smaller.") { file, on, output, most };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioFile.Read(parsed.GetRequiredValue(file));
            var source = scenario.SourceOf(parsed.GetValue(on) ?? scenario.Scenario.Target);
            var path = parsed.GetValue(output) ?? scenario.Path;
            OutputFile.Check(path);
            return Shrink(session, scenario, source, (int)(parsed.GetValue(most) ?? DefaultEvaluations), path);
        });
        return command;
    }

    private static int Shrink(Session session, ScenarioFile file, TargetSource source, int most, string path)
    {
        using var bench = new TestBench(file.Area, source, WorkerProgram.Start);
        var old = file.Scenario;
        if (bench.Shrink(old, most) is not { } failure)
        {
            session.Output.WriteLine($"{Words.Safe(file.Path)} does not fail on {Words.Safe(source.Connection)}");
            return ExitCode.Inconclusive;
        }

        var verdict = FailureVerdict.RawOf(file.Area, failure);
        var text = ScenarioOf.Failure(file.Area, failure, source.Connection, old.Seed, verdict.Text()).Write(file.Area);
        OutputFile.Write(path, text);
        var raw = new FailureVerdict(failure, verdict, verdict, null, false);
        var name = Words.NameAndVersion(source.Connection, bench.Identity.Version);
        new FailureText(session.Output, new Style(session.HasColour)).Write(raw, name, old.Seed, path);
        session.Output.WriteLine(
            $"{Words.Plural((ulong)old.Operations.Count, "operation")} before, "
            + $"{Words.Plural((ulong)failure.Operations.Count, "operation")} now, "
            + $"{Words.Plural((ulong)failure.Evaluations, "sequence")} run");
        return ExitCode.NonConformance;
    }
}
