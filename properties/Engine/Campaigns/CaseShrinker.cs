using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Makes a failing case small: place by place, and by what its area knows, until neither helps.</summary>
/// <param name="area">The area.</param>
/// <param name="evaluate">Runs a sequence.</param>
/// <param name="withConfiguration">Whether the configuration may be simplified too.</param>
/// <param name="budget">How many sequences may be run.</param>
internal sealed class CaseShrinker(
    Area area, Func<Configuration, IReadOnlyList<Operation>, Outcome> evaluate, bool withConfiguration, int budget)
{
    /// <summary>Shrinks a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>A failure of the same signature; as it was if it does not show again.</returns>
    public Failure Shrink(Failure failure)
    {
        var best = Places(failure, 0);
        if (!withConfiguration || !best.IsMinimal) return best;
        while (Reduced(best) is { } reduced) best = reduced;
        return best;
    }

    private Failure Places(Failure failure, int spent)
    {
        var shrunk = new Shrinker(area, evaluate, withConfiguration, budget - spent).Shrink(failure);
        return shrunk with { Evaluations = shrunk.Evaluations + spent };
    }

    // The first reduction that shows the same, and what places make of it; null if there is none.
    private Failure? Reduced(Failure best)
    {
        var spent = best.Evaluations;
        foreach (var reduction in area.Reductions(best.Configuration, best.Operations))
        {
            if (spent >= budget) return null;
            if (area.ProblemOf(reduction.Configuration) is not null) continue;
            spent++;
            var operations = Of(reduction);
            var outcome = evaluate(reduction.Configuration, operations);
            if (Confirmation.Find(outcome, best.Signature) is null) continue;
            return Places(best with { Configuration = reduction.Configuration, Operations = operations }, spent);
        }

        return null;
    }

    private static List<Operation> Of(Reduction reduction) =>
    [
        .. reduction.Operations.Where((_, step) => !reduction.Gone.Contains(step))
            .Select(operation => HeldSteps.Without(Renaming.Of(operation, reduction.Renamed), reduction.Gone)),
    ];
}
