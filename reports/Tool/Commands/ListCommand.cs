using System.CommandLine;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec list</c>: what there is.</summary>
internal static class ListCommand
{
    public static Command Of(Session session)
    {
        var command = new Command("list", "Lists what there is.");
        Add(command, session, "areas", "The areas.", _ => Areas());
        Add(command, session, "coverpoints", "What cases are to reach.", Coverpoints);
        Add(command, session, "mutants", "The faulty implementations.", Mutants);
        Add(command, session, "unusual", "The correct implementations that are unlike others.", Unusual);
        Add(command, session, "requirements", "What is demanded.", Requirements);
        Add(command, session, "targets", "What can be judged.", _ => Targets());
        return command;
    }

    /// <summary>A command that prints a list of what belongs to areas.</summary>
    public static Command One(
        Session session, string name, string about, Func<IReadOnlyList<Area>, IListing> list)
    {
        var areas = OptionOf.List("--area", "AREA,…", "Only these areas.", "-a");
        var format = OptionOf.List("--format", "FORMAT[=PATH]", "table (the default), json or markdown.");
        var command = new Command(name, about) { areas, format };
        command.SetAction(parsed =>
        {
            var listing = list(Selection.Of(parsed.GetValue(areas)!, []).Areas);
            var (main, files) = Format.Read(parsed.GetValue(format)!, "table", "json", "markdown");
            foreach (var file in files) OutputFile.Write(file.Path!, Text(listing, file.Name));
            if (main is "json" or "markdown" || files.Count == 0) session.Output.Write(Text(listing, main));
            return ExitCode.Conforms;
        });
        return command;
    }

    /// <summary>The mutants of areas.</summary>
    public static IListing Mutants(IReadOnlyList<Area> areas) => new Listing<FaultyTarget>(
        FaultyTarget.All.Where(m => areas.Any(a => a.Id == m.Area)),
        ("id", m => m.Id), ("area", m => m.Area), ("requirement", m => m.Requirement), ("reference", m => m.Reference));

    private static Listing<UnusualTarget> Unusual(IReadOnlyList<Area> areas) => new(
        UnusualTarget.All.Where(u => areas.Any(a => a.Id == u.Area)),
        ("id", u => u.Id), ("area", u => u.Area), ("what", u => u.What));

    private static void Add(
        Command command, Session session, string name, string about, Func<IReadOnlyList<Area>, IListing> list) =>
        command.Subcommands.Add(One(session, name, about, list));

    /// <summary>A list as text.</summary>
    public static string Text(IListing listing, string format)
    {
        using var text = new StringWriter { NewLine = "\n" };
        if (format == "json") listing.WriteJson(text);
        else if (format == "markdown") listing.WriteMarkdown(text);
        else listing.WriteTable(text);
        return text.ToString();
    }

    private static Listing<Area> Areas() => new(
        AreaCatalogue.All,
        ("id", a => a.Id),
        ("requirements", a => a.Requirements.All.Count),
        ("coverpoints", a => a.Coverpoints.All.Count),
        ("operations", a => ((Shape.Union)Shape.Of(a.Types.Operation)).Cases.Select(c => c.Name)));

    private static Listing<(Area Area, Coverpoint Point)> Coverpoints(IReadOnlyList<Area> areas) => new(
        areas.SelectMany(a => a.Coverpoints.All, (a, p) => (a, p)), ("id", p => p.Point.Id), ("area", p => p.Area.Id));

    private static Listing<Requirement> Requirements(IReadOnlyList<Area> areas) => new(
        areas.SelectMany(a => a.Requirements.All),
        ("id", r => r.Id),
        ("area", r => r.Area),
        ("level", r => Words.Name(r.Level)),
        ("axis", r => Words.Name(r.Axis)),
        ("severity", r => Words.Name(r.Severity)),
        ("basis", r => Words.Name(r.Basis)),
        ("statement", r => r.Statement),
        ("source", r => r.Source));

    private static Listing<TargetKind> Targets() => new(
        TargetCatalogue.Kinds,
        ("kind", k => k.Name), ("form", k => k.Form), ("about", k => k.About), ("known", k => k.Known));
}
