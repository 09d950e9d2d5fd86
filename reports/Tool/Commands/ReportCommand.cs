using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec report</c>: what results of runs say together.</summary>
internal static class ReportCommand
{
    public static Command Of(Session session)
    {
        var before = new Argument<string>("before") { Description = "The results.json of a run." };
        var after = new Argument<string>("after")
        {
            Description = "The results.json of a later run, or of another version.",
        };
        var formats = OptionOf.List("--format", "FORMAT[=PATH]", "pretty (the default) or json.");
        var compare = new Command("compare", "Tells what got better and what got worse between two runs.")
        {
            before, after, formats,
        };
        compare.SetAction(parsed => Compare(
            session, parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(formats)!));
        return new Command("report", "Tells what results of runs say, also together.")
        {
            compare, MergeCommand.Of(session), RenderCommand.Of(session),
        };
    }

    private static int Compare(Session session, string before, string after, string[] formats)
    {
        var (main, files) = Format.Read(formats, "pretty", "json");
        var comparisons = Comparison.Across(ResultsFile.Read(before), ResultsFile.Read(after));
        if (comparisons.Count == 0) throw new UsageException($"no target is both in {before} and in {after}");
        foreach (var file in files) OutputFile.Write(file.Path!, Text(file.Name, comparisons, new Style(false)));
        session.Output.Write(Text(main, comparisons, new Style(session.HasColour)));
        var isWorse = comparisons.Any(c => c.Changes.Any(change => change.Kind == ChangeKind.Worse));
        return isWorse ? ExitCode.NonConformance : ExitCode.Conforms;
    }

    private static string Text(string format, IReadOnlyList<Comparison> comparisons, Style style)
    {
        if (format == "json") return MatrixJson.Of(comparisons);
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new ComparisonText(text, style);
        foreach (var comparison in comparisons) writer.Write(comparison);
        return text.ToString();
    }
}
