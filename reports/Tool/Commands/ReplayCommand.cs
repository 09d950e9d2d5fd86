using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec replay</c>: runs a scenario again, on fresh targets.</summary>
internal static class ReplayCommand
{
    private const int Times = 3;

    public static Command Of(Session session)
    {
        var file = new Argument<string>("scenario") { Description = "A file that a run has written." };
        var on = OptionOf.List("--on", "TARGET,…", "What it runs on; the target of the scenario if none is named.");
        var command = new Command("replay", $"Runs a scenario {Times} times on fresh targets.") { file, on };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioFile.Read(parsed.GetRequiredValue(file));
            var targets = parsed.GetValue(on) is { Length: > 0 } named ? named : [scenario.Scenario.Target];
            var sources = targets.Select(scenario.SourceOf).ToList();
            return ExitCode.Of([.. sources.Select(source => Replay(session, scenario, source))]);
        });
        return command;
    }

    private static int Replay(Session session, ScenarioFile file, TargetSource source)
    {
        using var bench = new TestBench(file.Area, source, WorkerProgram.Start);
        var outcomes = new List<Outcome>();
        for (var i = 0; i < Times; i++) outcomes.Add(bench.Run(file.Scenario));
        var shown = outcomes.Count(o => TestBench.Shown(file.Scenario, o) is not null);
        var isClaim = file.Scenario.Signature.Length > 0;
        var last = outcomes.FindLast(o => TestBench.Shown(file.Scenario, o) is not null) ?? outcomes[^1];
        var output = session.Output;
        var name = Words.NameAndVersion(source.Connection, bench.Identity.Version);
        output.WriteLine($"scenario {Words.Safe(file.Path)} · suite {Suite.Version} · target {name}");
        SequenceTable.Write(output, last.Operations, last.Seen, [.. last.Violations.Select(v => v.Step).Distinct()]);
        var style = new Style(session.HasColour);
        foreach (var violation in last.Violations) Write(output, style, violation);
        output.WriteLine($"{(isClaim ? Words.Safe(file.Scenario.Signature) : "any violation")}: "
            + $"shown {shown.ToText()} of {Times.ToText()} times");
        return last.Violations.Count > 0 ? ExitCode.NonConformance : ExitCode.Conforms;
    }

    private static void Write(TextWriter output, Style style, StepViolation violation)
    {
        var requirement = violation.Violation.Requirement;
        var step = (violation.Step + 1).ToText();
        output.WriteLine($"step {step}: {style.Bold(requirement.Id)}  {requirement.Statement}");
        new FailureText(output, style).Contradiction(violation.Violation);
    }
}
