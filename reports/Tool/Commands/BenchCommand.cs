using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Peers;
using IoSpec.Peers.Contests;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec bench</c>: how long what takes, beside its peers in C.</summary>
internal static class BenchCommand
{
    public static Command Of(Session session) =>
        new("bench", "Measures how long what takes.") { OfCore(session) };

    private static Command OfCore(Session session)
    {
        var standard = Effort.Standard;
        var samples = OptionOf.Value(
            "--samples", "N", $"How often each contender has its turn; {standard.Samples}.", Count);
        var operations = OptionOf.Value(
            "--operations", "N", $"How many operations a turn is; {standard.Operations}.", Count);
        var formats = OptionOf.List("--format", "FORMAT[=PATH]", "pretty (the default) or json.");
        var command = new Command(
            "core", "Measures the optimized core beside the same algorithm, and a lock with a hash table, in C.")
        {
            samples, operations, formats,
        };
        command.SetAction(parsed =>
        {
            var (main, files) = Format.Read(parsed.GetValue(formats)!, "pretty", "json");
            foreach (var file in files) OutputFile.Check(file.Path!);
            var effort = new Effort(
                parsed.GetValue(samples) ?? standard.Samples, parsed.GetValue(operations) ?? standard.Operations);
            return Run(session, effort, main, files);
        });
        return command;
    }

    private static int Count(string text) => (int)Values.Evaluations(text);

    private static int Run(Session session, Effort effort, string main, IReadOnlyList<Format> files)
    {
        var report = new BenchReport(Machine.Here());
        if (main == "pretty") report.Begin(session.Output);
        foreach (var measured in CoreBenchmarks.Run(effort))
        {
            if (session.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            report.Add(measured);
            if (main == "pretty") BenchReport.Line(session.Output, measured);
        }

        if (main == "pretty") report.End(session.Output);
        else session.Output.Write(report.Json());
        foreach (var file in files) OutputFile.Write(file.Path!, file.Name == "json" ? report.Json() : report.Text());
        return ExitCode.Conforms;
    }
}
