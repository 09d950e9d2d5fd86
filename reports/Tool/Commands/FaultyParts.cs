using IoSpec.Contracts.Host;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary>Mutants of other areas as parts of whole hosts: whether the area <c>host</c> notices them there.</summary>
internal static class FaultyParts
{
    /// <summary>How many cases are compared before it is said that a mutant does not show in hosts.</summary>
    private const int Compared = 4 * Hunt.BlockSize;

    public static int Run(
        Session session, Hunt hunt, IReadOnlyList<FaultyTarget> mutants, string main, IReadOnlyList<Format> files)
    {
        var chosen = mutants.Where(mutant => HostComposition.Areas.Contains(mutant.Area, StringComparer.Ordinal))
            .OrderBy(mutant => mutant.Area, StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
        {
            throw new UsageException(
                $"parts of a host are of the areas {string.Join(", ", HostComposition.Areas)}; "
                + "there is no such mutant");
        }

        var report = new FaultyPartReport(session.Output, new Style(session.HasColour));
        var parts = new List<FaultyPart>();
        foreach (var mutant in chosen)
        {
            if (session.Stop.IsCancellationRequested) return ExitCode.Interrupted;
            parts.Add(One(hunt, mutant, session.Stop));
            if (main == "pretty") report.Line(parts[^1]);
        }

        if (main == "pretty") report.End(parts);
        else session.Output.Write(FaultyPartReport.Text(main, parts));
        foreach (var file in files) OutputFile.Write(file.Path!, FaultyPartReport.Text(file.Name, parts));
        return parts.Exists(part => part.Survived) ? ExitCode.NonConformance : ExitCode.Conforms;
    }

    private static IEnumerable<string> Correct(string area) =>
        UnusualTarget.All.Where(unusual => unusual.Area == area).Select(unusual => unusual.Connection)
            .Prepend("optimized").Prepend("reference");

    private static FaultyPart One(Hunt hunt, FaultyTarget mutant, CancellationToken stop)
    {
        var area = Selection.AreaOf(HostRequirements.Area);
        var faulty = Source($"{mutant.Area}={mutant.Connection}");
        var prey = hunt.Run(area, faulty, requirement: null, stop);
        return new FaultyPart(mutant, prey, prey.Failure is not null || Correct(mutant.Area).All(Differs));

        // It shows if no correct implementation gives all the same answers.
        bool Differs(string correct) => Divergence.First(
            area, Source($"{mutant.Area}={correct}"), faulty, hunt.Seed, Math.Min(Compared, hunt.Cases)) is not null;

        TargetSource Source(string part) =>
            TargetCatalogue.Find(HostComposition.Of("reference", [part])).For(area)
            ?? throw new SuiteException($"{part} plays no part of a host");
    }
}
