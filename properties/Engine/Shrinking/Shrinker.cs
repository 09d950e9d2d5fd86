using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Makes a failing sequence small, and keeps its signature.</summary>
/// <param name="area">The area.</param>
/// <param name="evaluate">Runs a sequence.</param>
/// <param name="withConfiguration">Whether the configuration may be simplified too.</param>
/// <param name="budget">How many sequences may be run.</param>
public sealed class Shrinker(
    Area area,
    Func<Configuration, IReadOnlyList<Operation>, Outcome> evaluate,
    bool withConfiguration,
    int budget)
{
    /// <summary>How many sequences may be run when each of them loses the target.</summary>
    public const int LossEvaluations = 40;

    /// <summary>How many sequences may be run when each of them starts a worker process.</summary>
    public const int FreshInWorkers = 120;

    /// <summary>Shrinks a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>A failure of the same signature; as it was if it does not show again.</returns>
    public Failure Shrink(Failure failure)
    {
        var reducer = new Reducer(
            area, evaluate, (_, outcome) => Confirmation.Find(outcome, failure.Signature)?.Step, withConfiguration,
            budget);
        if (!reducer.Reduce(failure.Configuration, failure.Operations))
            return failure with { Evaluations = reducer.Evaluations };
        var found = Confirmation.Find(reducer.Best!, failure.Signature)!;
        return failure with
        {
            Violation = found.Violation,
            Configuration = reducer.Configuration,
            Operations = [.. reducer.Best!.Operations.Take(found.Step + 1)],
            Seen = [.. reducer.Best.Seen.Take(found.Step + 1)],
            IsMinimal = reducer.IsFinished,
            Evaluations = reducer.Evaluations,
        };
    }
}
