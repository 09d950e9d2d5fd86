using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec coverage</c>: what a run has put to the test, and what it has not.</summary>
internal static class CoverageCommand
{
    private static string Default => Path.Combine(OutputOptions.DefaultFolder(), OutputOptions.Results);

    public static Command Of(Session session) => new("coverage", "Tells what a run has put to the test.")
    {
        One(session, "show", "Counts requirements and coverpoints, by target and area.", CoverageListing.Totals),
        One(session, "gaps", "Names what was not reached, and what of the generator would.", CoverageListing.Gaps),
    };

    private static Command One(
        Session session, string name, string about, Func<IEnumerable<CoverageOfArea>, IListing> list)
    {
        var file = new Argument<string>("results")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = $"The results.json of a run; {Default} if none is named.",
            DefaultValueFactory = _ => Default,
        };
        var areas = OptionOf.List("--area", "AREA,…", "Only these areas.", "-a");
        var least = OptionOf.Value("--at-least", "PERCENT", "Exit with 7 if an area has less.", Values.Percent);
        var format = OptionOf.List("--format", "FORMAT[=PATH]", "table (the default) or json.");
        var command = new Command(name, about) { file, areas, least, format };
        command.SetAction(parsed =>
        {
            var wanted = Selection.Of(parsed.GetValue(areas)!, []).Areas.Select(a => a.Id).ToList();
            var all = CoverageOfArea.Of(RunFolder.Read(JournalReport.Read(parsed.GetValue(file)!)))
                .Where(a => wanted.Contains(a.Area.Id, StringComparer.Ordinal)).ToList();
            if (all.Count == 0) throw new UsageException($"{parsed.GetValue(file)}: nothing was judged in these areas");
            Write(session, list(all), parsed.GetValue(format)!);
            return all.Exists(a => a.Percent < (parsed.GetValue(least) ?? 0))
                ? ExitCode.CoverageMissed
                : ExitCode.Conforms;
        });
        return command;
    }

    private static void Write(Session session, IListing listing, string[] formats)
    {
        var (main, files) = Format.Read(formats, "table", "json");
        foreach (var file in files) OutputFile.Write(file.Path!, ListCommand.Text(listing, file.Name));
        if (main == "json" || files.Count == 0) session.Output.Write(ListCommand.Text(listing, main));
    }
}
