using System.Diagnostics;
using System.Globalization;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Mutants;

namespace IoSpec.Benchmarks;

/// <summary>
/// How long it takes to shrink what the suite finds in mutants, as it was found and behind thousands of operations of
/// other cases; and how often the result is the smallest that is known of the same signature.
/// </summary>
internal static class ShrinkFigures
{
    private const int Budget = 2000;
    private const int Seeds = 3;

    /// <summary>Prints a line for each area.</summary>
    /// <param name="areas">The ids of the areas; all that have mutants if there is none.</param>
    public static void Print(IReadOnlyList<string> areas)
    {
        Console.WriteLine("area       form   cases  operations  milliseconds p50 p90  evaluations p50  smallest");
        foreach (var group in MutantCatalogue.All.GroupBy(mutant => mutant.Area, StringComparer.Ordinal))
        {
            if (areas.Count > 0 && !areas.Contains(group.Key, StringComparer.Ordinal)) continue;
            var area = AreaCatalogue.Find(group.Key)!;
            var runs = group.SelectMany(mutant => Of(area, mutant)).ToList();
            Print(area, "found", runs, runs.Where(run => !run.IsLong));
            Print(area, "long", runs, runs.Where(run => run.IsLong));
        }
    }

    private static IEnumerable<Run> Of(Area area, Mutant mutant)
    {
        var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
        using var player = new LocalBlockSource(area, source, new Draws(1), NoHeartbeat.Instance);
        for (var seed = 1ul; seed <= Seeds; seed++)
        {
            var hunt = new Hunt { Seed = seed, ShrinkEvaluations = 0, Cases = 4 * Hunt.BlockSize };
            if (hunt.Run(area, source, mutant.Requirement, default).Failure is not { } found) continue;
            yield return Shrunk(area, player, mutant, found, isLong: false);
            if (Longer(area, player, found) is { } longer)
                yield return Shrunk(area, player, mutant, longer, isLong: true);
        }
    }

    private static Run Shrunk(Area area, LocalBlockSource player, Mutant mutant, Failure failure, bool isLong)
    {
        var clock = Stopwatch.StartNew();
        var shrunk = new Shrinker(area, player.Evaluate, true, Budget).Shrink(failure);
        return new Run(
            mutant.Id + shrunk.Signature, isLong, failure.Operations.Count, clock.Elapsed.TotalMilliseconds,
            shrunk.Evaluations, shrunk.Operations.Count);
    }

    // Other cases that do not show the failure, until there are 3,000 operations, a reset behind each; then it.
    private static Failure? Longer(Area area, LocalBlockSource player, Failure failure)
    {
        const int Length = 3000;
        const int Candidates = 400;
        if (area.ResetOperation is not { } reset) return null;
        var operations = new List<Operation>();
        for (var index = 0L; operations.Count < Length && index < Candidates; index++)
        {
            List<Operation> other = [.. SampleCase.Of(area, null, seed: 99, index).Operations, reset];
            if (Confirmation.Find(player.Evaluate(failure.Configuration, other), failure.Signature) is null)
                operations.AddRange(other);
        }

        if (operations.Count < Length) return null;
        operations.AddRange(failure.Operations);
        return Confirmation.Find(player.Evaluate(failure.Configuration, operations), failure.Signature) is null
            ? null
            : failure with { Operations = [.. operations] };
    }

    private static void Print(Area area, string form, List<Run> all, IEnumerable<Run> some)
    {
        var runs = some.ToList();
        if (runs.Count == 0) return;
        var best = all.GroupBy(run => run.What, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(run => run.Size), StringComparer.Ordinal);
        var optimal = runs.Count(run => run.Size == best[run.What]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{area.Id,-10} {form,-6} {runs.Count,5}  {Percentile(runs, 50, run => run.Before),10:F0}  "
            + $"{Percentile(runs, 50, run => run.Milliseconds),16:F2} "
            + $"{Percentile(runs, 90, run => run.Milliseconds):F2}  "
            + $"{Percentile(runs, 50, run => run.Evaluations),15:F0}  {100.0 * optimal / runs.Count,7:F1} %"));
    }

    private static double Percentile(List<Run> runs, int percent, Func<Run, double> of)
    {
        var sorted = runs.Select(of).Order().ToList();
        return sorted[(sorted.Count - 1) * percent / 100];
    }

    private sealed record Run(
        string What, bool IsLong, int Before, double Milliseconds, int Evaluations, int Size);
}
