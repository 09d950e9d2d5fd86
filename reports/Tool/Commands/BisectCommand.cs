using System.CommandLine;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec bisect</c>: the first of several targets, such as builds, on which a scenario fails.</summary>
internal static class BisectCommand
{
    private const string Place = "{}";
    private const int Times = Confirmation.Tries;

    public static Command Of(Session session)
    {
        var file = new Argument<string>("scenario") { Description = "A file that a run has written." };
        var targets = new Argument<string[]>("target")
        {
            Arity = new ArgumentArity(2, 100_000),
            Description = "Targets from the oldest to the newest, or with --as what tells them apart.",
        };
        var form = OptionOf.Text(
            "--as", "TARGET", $"The target with {Place} in the place of each, such as 'qemu:vtd?bin={Place}'.");
        var command = new Command("bisect", "Finds the first of several targets on which a scenario fails.")
        {
            file, targets, form,
        };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioFile.Read(parsed.GetRequiredValue(file));
            var names = Named(parsed.GetRequiredValue(targets), parsed.GetValue(form)).ToArray();
            foreach (var name in names) Source(scenario, name);
            try
            {
                return Bisect(session, scenario, names);
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static IEnumerable<string> Named(string[] targets, string? form)
    {
        if (form is null) return targets;
        return form.Contains(Place, StringComparison.Ordinal)
            ? targets.Select(target => form.Replace(Place, target, StringComparison.Ordinal))
            : throw new UsageException($"--as {form}: there is no {Place} in it");
    }

    // Null if it is not there; what is no target, or none of this area, is an error before anything is tried.
    private static TargetSource? Source(ScenarioFile file, string target)
    {
        try
        {
            return file.SourceOf(target);
        }
        catch (TargetUnavailableException)
        {
            return null;
        }
    }

    private static int Bisect(Session session, ScenarioFile file, string[] targets)
    {
        var output = session.Output;
        var claim = file.Scenario.Signature.Length > 0 ? Words.Safe(file.Scenario.Signature) : "any violation";
        output.WriteLine($"scenario {Words.Safe(file.Path)} · {claim} · {targets.Length.ToText()} targets");
        var bisection = new Bisection(targets.Length, index => Shows(session, file, targets[index]));
        var (before, after) = bisection.Run();
        var isFix = bisection.Known[before] == true;
        output.WriteLine($"{(isFix ? "first without it" : "first with it")}: {Words.Safe(targets[after])} "
            + $"({(after + 1).ToText()} of {targets.Length.ToText()})");
        output.WriteLine($"{(isFix ? "last with it" : "last without it")}: {Words.Safe(targets[before])}");
        if (after - before > 1)
            output.WriteLine($"of {(after - before - 1).ToText()} between them it cannot be told");
        output.WriteLine($"{bisection.Known.Count.ToText()} of {targets.Length.ToText()} targets tried");
        return ExitCode.Conforms;
    }

    // A target that cannot be started, or shows it only now and then, tells nothing.
    private static bool? Shows(Session session, ScenarioFile file, string target)
    {
        session.Stop.ThrowIfCancellationRequested();
        try
        {
            using var bench = new TestBench(file.Area, file.SourceOf(target), WorkerProgram.Start);
            var shown = Enumerable.Range(0, Times)
                .Count(_ => TestBench.Shown(file.Scenario, bench.Run(file.Scenario)) is not null);
            bool? shows = shown == Times ? true : shown == 0 ? false : null;
            var name = Words.NameAndVersion(target, bench.Identity.Version);
            session.Output.WriteLine(
                $"  {Word(shows),-8}{name}  shown {shown.ToText()} of {Times.ToText()} times");
            return shows;
        }
        catch (TargetUnavailableException exception)
        {
            session.Output.WriteLine($"  {Word(null),-8}{Words.Safe(target)}  {OneLine.Of(exception.Message)}");
            return null;
        }
    }

    private static string Word(bool? shows) => shows switch { true => "shows", false => "passes", null => "?" };
}
