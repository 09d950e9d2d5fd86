using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IoSpec.Areas.Walk;
using IoSpec.Areas.Walk.Agreement;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec diff</c>: the reference and another target in this process, request by request.</summary>
internal static class DiffCommand
{
    private const string Reference = "reference";
    private const long DefaultRequests = 100_000;

    public static Command Of(Session session)
    {
        var targets = new Argument<string[]>("targets")
        {
            Arity = new ArgumentArity(2, 2),
            Description = "The reference and what is compared with it, such as: reference optimized:vtd",
        };
        var area = OptionOf.List("--area", "AREA", "The area; there is 'walk'.", "-a");
        var cases = OptionOf.Value("--cases", "N", "How many requests of each format.", Values.Count);
        var seed = OptionOf.Value("--seed", "SEED", "Decimal, or hexadecimal with 0x.", Values.Seed);
        var command = new Command("diff", "Compares a target with the reference over random tables.")
        {
            targets, area, cases, seed,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(area) is { Length: > 0 } areas && areas.Any(a => a != WalkRequirements.Area))
                throw new UsageException($"only the area '{WalkRequirements.Area}' can be compared");
            var target = Open(Other(parsed.GetRequiredValue(targets)));
            return Compare(
                session, target, parsed.GetValue(seed) ?? 1, parsed.GetValue(cases) ?? DefaultRequests);
        });
        return command;
    }

    private static string Other(string[] targets) => Array.IndexOf(targets, Reference) switch
    {
        0 => targets[1],
        1 => targets[0],
        _ => throw new UsageException($"one of the two targets has to be '{Reference}'"),
    };

    private static ITarget<WalkConfiguration, WalkOperation> Open(string connection)
    {
        var plug = TargetCatalogue.Find(connection);
        if (plug.NeedsWorker) throw new UsageException($"'{connection}' does not run in this process");
        return plug.For(new WalkArea().Types)?.Open() as ITarget<WalkConfiguration, WalkOperation>
            ?? throw new UsageException($"target '{connection}' does not offer the area '{WalkRequirements.Area}'");
    }

    private static int Compare(
        Session session, ITarget<WalkConfiguration, WalkOperation> target, ulong seed, long requests)
    {
        var formats = target.Capabilities is WalkCapabilities.OfFormats of
            ? of.Formats
            : [.. Enum.GetValues<UnitFormat>()];
        var contradictions = 0L;
        foreach (var format in formats)
        {
            var start = Stopwatch.GetTimestamp();
            var count = new WalkAgreement(target, format).Run(seed, requests);
            Write(session.Output, format, count, Stopwatch.GetElapsedTime(start));
            contradictions += count.Contradictions;
        }

        return contradictions == 0 ? ExitCode.Conforms : ExitCode.NonConformance;
    }

    private static void Write(TextWriter output, UnitFormat format, AgreementCount count, TimeSpan time)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format,-8} {count.Compared:N0} requests, {count.Compared / time.TotalSeconds:N0}/s: "
            + $"{count.Reached:N0} reached, {count.Open:N0} open, {count.Unknown:N0} unknown besides, "
            + $"{count.Contradictions:N0} contradictions"));
        foreach (var line in count.Told) output.WriteLine("  " + Words.Safe(line));
    }
}
