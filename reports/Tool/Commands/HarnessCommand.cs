using System.CommandLine;
using System.Text;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec harness</c>: plug-ins in other languages.</summary>
internal static class HarnessCommand
{
    private const ulong Seed = 1;
    private const long Case = 200;
    private const string Usual = "python";

    public static Command Of(Session session)
    {
        var command = new Command("harness", "Makes and tests plug-ins in other languages.");
        command.Subcommands.Add(New(session));
        command.Subcommands.Add(Check(session));
        command.Subcommands.Add(Serve(session));
        return command;
    }

    private static Command New(Session session)
    {
        var language = OptionOf.Text("--lang", "LANGUAGE", $"{string.Join(", ", Skeletons.Languages)}.");
        var folder = new Argument<string>("folder") { Description = "Where it goes; must not exist yet." };
        var command = new Command("new", "Writes a plug-in that runs at once and implements nothing yet.")
        {
            language, folder,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            Skeletons.Write(parsed.GetValue(language) ?? Usual, path);
            session.Output.WriteLine($"written: {Words.Safe(path)}");
            foreach (var (about, step) in NextSteps(path)) session.Output.WriteLine($"{about}: {step}");
            return ExitCode.Conforms;
        });
        return command;
    }

    // A plug-in that runs builds itself; a library is built first.
    private static (string About, string Step)[] NextSteps(string path)
    {
        var run = Path.Combine(path, "run");
        if (!File.Exists(run))
        {
            return
            [
                ("build it", CommandText.Quote(Path.Combine(path, "build"))),
                ("judge it", $"iospec run {CommandText.Quote($"native:{Path.Combine(path, "device.so")}")}"),
            ];
        }

        var target = CommandText.Quote($"exec:{run}");
        return [("test the protocol", $"iospec harness check {target}"), ("judge it", $"iospec run {target}")];
    }

    private static Command Check(Session session)
    {
        var target = new Argument<string>("target") { Description = "exec:COMMAND or stream:unix:PATH." };
        var command = new Command("check", "Tests the protocol of a plug-in, whatever it implements.") { target };
        command.SetAction(parsed => Check(session.Output, parsed.GetRequiredValue(target)));
        return command;
    }

    private static int Check(TextWriter output, string connection)
    {
        var (good, bad, starts) = (0, 0, false);
        foreach (var (name, problem) in Plugins.Check(connection, SampleOf))
        {
            output.WriteLine(problem is null ? $"ok    {name}" : $"FAIL  {name}: {OneLine.Of(problem, 600)}");
            if (problem is null) good++;
            else bad++;
            starts |= problem is null;
        }

        output.WriteLine(bad == 0
            ? $"the protocol is kept: {Words.Plural((ulong)good, "test")}"
            : $"the protocol is broken: {bad.ToText()} of {Words.Plural((ulong)(good + bad), "test")} failed");
        return bad == 0 ? ExitCode.Conforms : starts ? ExitCode.NonConformance : ExitCode.Unavailable;
    }

    private static (Configuration Configuration, IReadOnlyList<Operation> Operations) SampleOf(
        string area, Capabilities? capabilities)
    {
        var sample = SampleCase.Of(AreaCatalogue.Find(area)!, capabilities, Seed, Case);
        return (sample.Configuration, sample.Operations);
    }

    private static Command Serve(Session session)
    {
        var target = new Argument<string>("target") { Description = "What answers, such as reference." };
        var command = new Command("serve", "Lets a target answer as a plug-in does, from input to output.") { target };
        command.SetAction(parsed =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = Console.OpenStandardOutput();
            if (Plugins.Serve(parsed.GetRequiredValue(target), input, output) is not { } problem)
                return ExitCode.Conforms;
            session.Error.WriteLine($"iospec: {problem}");
            return ExitCode.Usage;
        });
        return command;
    }
}
