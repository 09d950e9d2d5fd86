using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Exporting;

/// <summary>A failure of a QEMU as what shows it without the suite: the failure is run once more and noted.</summary>
internal static class QtestExport
{
    private const string Reference = "reference";
    private const string Rings = "the rings of a driver are not played again";
    private const string ByScript = "a running machine is only started by the script, --to qtest";

    /// <summary>Writes a failure as a script of a shell, or as a test in C.</summary>
    /// <param name="file">The scenario.</param>
    /// <param name="connection">The target.</param>
    /// <param name="isTest">Whether it becomes a test in C.</param>
    /// <returns>The text.</returns>
    /// <exception cref="UsageException">The failure does not show, or not by qtest alone.</exception>
    public static string Of(ScenarioFile file, string connection, bool isTest)
    {
        var source = file.SourceOf(connection);
        var (ran, shown) = Fails(file, source, file.Scenario);
        var scenario = file.Scenario with { Operations = [.. ran.Operations.Take(shown.Step + 1)] };
        using var transcript = new QemuTranscript();
        (ran, shown) = Fails(file, source, scenario, transcript.Step, transcript.Saw);
        if (transcript.Obstacle is { } obstacle)
            throw new UsageException($"{file.Path}: qtest alone cannot show it on {connection}: {obstacle}");
        if (transcript.HasWorkingDevices && (isTest || scenario.Operations.Any(o => o is VirtioOperation.Offer)))
            throw new UsageException($"{file.Path}: qtest alone cannot show it: {(isTest ? ByScript : Rings)}");
        scenario = scenario with
        {
            Requirement = shown.Violation.Requirement.Id,
            Allowed = shown.Violation.Allowed,
            Suite = Suite.Version,
        };
        var statement = AreaCatalogue.FindRequirement(scenario.Requirement)!.Statement;
        var right = TestBench.Watch(file.Area, file.SourceOf(Reference), scenario, _ => { }, _ => { });
        var answer = right.Seen.Count == ran.Seen.Count ? right.Seen[^1] : ran.Seen[^1];
        return isTest
            ? transcript.AsLibqtest(scenario, statement, answer)
            : transcript.AsShell(scenario, statement, answer);
    }

    private static (Outcome Ran, StepViolation Shown) Fails(
        ScenarioFile file, TargetSource source, Scenario scenario, Action<Operation>? doing = null,
        Action<Observation>? saw = null)
    {
        var ran = TestBench.Watch(file.Area, source, scenario, doing ?? (_ => { }), saw ?? (_ => { }));
        return TestBench.Shown(scenario, ran) is { } shown
            ? (ran, shown)
            : throw new UsageException($"{file.Path}: the failure does not show on {Words.Safe(source.Connection)}");
    }
}
