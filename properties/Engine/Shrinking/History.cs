using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// What went before a failure that does not show on a fresh target: the cases before it, with resets between.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="source">The target.</param>
/// <param name="draws">What its cases follow from.</param>
internal sealed class History(Area area, IBlockSource source, Draws draws)
{
    private static readonly int[] Depths = [1, 2, 4, 8, 16];
    private ulong[]? _covered;

    /// <summary>The failure with enough history to show on a fresh target; null if none was found.</summary>
    public Failure? Prepend(Failure failure)
    {
        if (area.ResetOperation is not { } reset) return null;
        var start = Math.Max(draws.First, BlockRunner.After(failure.Case) - BlockRunner.Size);
        foreach (var depth in Depths)
        {
            var first = Math.Max(failure.Case - depth, start);
            var operations = Before(first, failure.Case, reset);
            var before = operations.Count;
            operations.AddRange(failure.Operations);
            source.Renew();
            var outcome = source.Evaluate(failure.Configuration, operations);
            if (Confirmation.Find(outcome, failure.Signature) is not null)
                return failure with { Operations = operations, Seen = outcome.Seen, Before = before };
            if (first == failure.Case - depth) continue;
            return null;
        }

        return null;
    }

    /// <summary>How many operations at the start of a sequence belong to the history.</summary>
    public static int CountIn(Area area, IReadOnlyList<Operation> operations)
    {
        for (var i = operations.Count - 1; i >= 0; i--)
        {
            if (operations[i].Equals(area.ResetOperation)) return i + 1;
        }

        return 0;
    }

    // What the cases at the end of a block aim at follows from those before: they are run again.
    private ulong[] CoveredBefore(long index)
    {
        if (!Aim.IsFor(index)) return [];
        return _covered ??= source.RunAgain(
            BlockRunner.After(index) - BlockRunner.Size, Aim.Before).Evidence.Covered;
    }

    private List<Operation> Before(long first, long end, Operation reset)
    {
        var planner = new Planner(area, source.Capabilities, draws);
        planner.AimBeyond(CoveredBefore(end));
        var plan = new CaseSteps();
        var operations = new List<Operation>();
        for (var index = first; index < end; index++)
        {
            planner.Plan(index, plan);
            operations.AddRange(plan.Operations(plan.Count));
            operations.Add(reset);
        }

        return operations;
    }
}
