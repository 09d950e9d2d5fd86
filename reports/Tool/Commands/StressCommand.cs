using System.CommandLine;
using System.Globalization;
using IoSpec.Areas.Iommu.Sharing;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec stress</c>: threads that translate while another one maps, unmaps and invalidates.</summary>
internal static class StressCommand
{
    private const string Standard = "optimized";
    private const long StandardTranslations = 10_000_000;
    private const int StandardReaders = 2;

    public static Command Of(Session session)
    {
        var target = new Argument<string>("target")
        {
            DefaultValueFactory = _ => Standard,
            Description = $"What the threads share: {string.Join(" or ", SharedTargets.Names)}.",
        };
        var translations = OptionOf.Value(
            "--translations", "N", $"How many translations in all; {StandardTranslations.ToText()}.", Values.Count);
        var readers = OptionOf.Value("--readers", "N", "How many threads translate; 2.", Values.Jobs);
        var seed = OptionOf.Value("--seed", "SEED", "Decimal, or hexadecimal with 0x.", Values.Seed);
        var command = new Command("stress", "Judges what threads see while another one maps, unmaps and invalidates.")
        {
            target, translations, readers, seed,
        };
        command.SetAction(parsed =>
        {
            var run = new SharingRun(SharedTargets.Find(parsed.GetRequiredValue(target)));
            var count = run.Run(
                parsed.GetValue(seed) ?? 1, parsed.GetValue(readers) ?? StandardReaders,
                parsed.GetValue(translations) ?? StandardTranslations);
            Write(session.Output, count);
            return count.Violations == 0 ? ExitCode.Conforms : ExitCode.NonConformance;
        });
        return command;
    }

    private static void Write(TextWriter output, SharingCount count)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count.Translations:N0} translations beside {count.Changes:N0} operations: {count.Blocked:N0} blocked, "
            + $"{count.Stale:N0} stale as they may be, {count.Unjudged:N0} not judged, {count.Violations:N0} wrong"));
        foreach (var line in count.Told) output.WriteLine("  " + Words.Safe(line));
    }
}
