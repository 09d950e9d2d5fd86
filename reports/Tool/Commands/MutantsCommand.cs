using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec mutants</c>: whether the suite notices faulty implementations.</summary>
internal static class MutantsCommand
{
    public static Command Of(Session session)
    {
        var command = new Command("mutants", "Shows whether the suite notices faulty implementations.");
        command.Subcommands.Add(ListCommand.One(session, "list", "Lists them.", ListCommand.Mutants));
        command.Subcommands.Add(Run(session));
        return command;
    }

    private static Command Run(Session session)
    {
        var ids = new Argument<string[]>("mutant")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Ids; none for all.",
        };
        var areas = OptionOf.List("--area", "AREA,…", "Only the mutants of these areas.", "-a");
        var seed = OptionOf.Value("--seed", "SEED", "Decimal, or hexadecimal with 0x.", Values.Seed);
        var seeds = OptionOf.Value(
            "--seeds", "SEEDS", "Several, such as 1..20: how soon in the middle, and at worst.", Values.Seeds);
        var cases = OptionOf.Value("--cases", "N", "How many sequences are run on a mutant at most.", Values.Count);
        var time = OptionOf.Value("--time", "TIME", "How long a mutant is hunted at most, such as 60s.", Values.Time);
        var format = OptionOf.List("--format", "FORMAT[=PATH]", "pretty (the default), json or markdown.");
        var inHosts = new Option<bool>("--in-hosts")
        {
            Description = "As parts of whole hosts, until any requirement of a host is violated.",
        };
        var command = new Command("run", "Hunts each mutant until its own requirement is violated.")
        {
            ids, areas, inHosts, seed, seeds, cases, time, format,
        };
        command.SetAction(parsed =>
        {
            var (main, files) = Format.Read(parsed.GetValue(format)!, "pretty", "json", "markdown");
            foreach (var file in files) OutputFile.Check(file.Path!);
            var standard = new Hunt();
            var hunt = new Hunt
            {
                Seed = parsed.GetValue(seed) ?? parsed.GetValue(seeds)?.First ?? standard.Seed,
                Cases = parsed.GetValue(cases) ?? standard.Cases,
                Time = parsed.GetValue(time) ?? standard.Time,
            };
            var chosen = Choose(parsed.GetValue(ids)!, Selection.Of(parsed.GetValue(areas)!, []));
            if (parsed.GetValue(inHosts)) return FaultyParts.Run(session, hunt, chosen, main, files);
            return Run(session, hunt, parsed.GetValue(seeds)?.All ?? [hunt.Seed], chosen, main, files);
        });
        return command;
    }

    private static List<FaultyTarget> Choose(string[] ids, Selection selection)
    {
        foreach (var id in ids) TargetCatalogue.Find(FaultyTarget.ConnectionOf(id));
        var chosen = FaultyTarget.All
            .Where(m => selection.Areas.Any(a => a.Id == m.Area) && (ids.Length == 0 || ids.Contains(m.Id)))
            .ToList();
        return chosen.Count > 0 ? chosen : throw new UsageException("there is no such mutant in these areas");
    }

    private static int Run(
        Session session, Hunt hunt, IReadOnlyList<ulong> seeds, List<FaultyTarget> mutants, string main,
        IReadOnlyList<Format> files)
    {
        var report = new MutantReport(session.Output, new Style(session.HasColour));
        if (main == "pretty") report.Begin(hunt, seeds);
        var hunted = new List<HuntedMutant>();
        foreach (var mutant in mutants)
        {
            if (session.Stop.IsCancellationRequested) break;
            var one = new HuntedMutant(mutant, [.. seeds.Select(seed => (seed, HuntOne(session, hunt, seed, mutant)))]);
            hunted.Add(one);
            if (main == "pretty") report.Line(one);
        }

        if (main == "pretty") report.End(hunted);
        else session.Output.Write(MutantReport.Text(main, hunt, seeds, hunted));
        foreach (var file in files) OutputFile.Write(file.Path!, MutantReport.Text(file.Name, hunt, seeds, hunted));
        if (session.Stop.IsCancellationRequested) return ExitCode.Interrupted;
        return hunted.TrueForAll(h => h.IsKilled) ? ExitCode.Conforms : ExitCode.NonConformance;
    }

    private static Prey HuntOne(Session session, Hunt hunt, ulong seed, FaultyTarget mutant)
    {
        var area = Selection.AreaOf(mutant.Area);
        var source = TargetCatalogue.Find(mutant.Connection).For(area)
            ?? throw new SuiteException($"the mutant {mutant.Id} does not offer its area {mutant.Area}");
        var own = hunt with { Seed = seed, ShrinkEvaluations = seed == hunt.Seed ? hunt.ShrinkEvaluations : 0 };
        return own.Run(area, source, mutant.Requirement, session.Stop);
    }
}
