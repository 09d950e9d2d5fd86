using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Zpci;

namespace IoSpec.Html.Drawings;

/// <summary>What of a guest's instructions reached a PCI function, and what does by the reference.</summary>
/// <param name="Steps">The steps that reach it, in order.</param>
internal sealed record TransactionLog(IReadOnlyList<LogStep> Steps)
{
    private const int MostSteps = 8;
    private const int MostOperations = 400;

    /// <summary>The log of a scenario; null if nothing reaches the function, or too much is done.</summary>
    public static TransactionLog? Of(Scenario scenario)
    {
        if (scenario.Operations.Count > MostOperations) return null;
        var due = scenario.Configuration is ZpciConfiguration configuration ? Play(configuration, scenario) : null;
        var steps = new List<LogStep>();
        for (var i = 0; i < Math.Min(scenario.Operations.Count, scenario.Seen.Count); i++)
        {
            var (seen, right) = (LogOf(scenario.Seen[i]), due?[i]);
            if (seen is { Count: > 0 } || (seen is not null && right is { Count: > 0 }))
                steps.Add(new LogStep(i + 1, Printer.Line(scenario.Operations[i]), RowsOf(seen, right)));
        }

        return steps.Count == 0 ? null : new TransactionLog(steps[Math.Max(0, steps.Count - MostSteps)..]);
    }

    // What the reference lets through at each step, as things were by what was seen; null where it says nothing of it.
    private static List<List<Transaction>?> Play(ZpciConfiguration configuration, Scenario scenario)
    {
        var state = new ZpciState(configuration);
        var due = new List<List<Transaction>?>();
        foreach (var (step, seen) in scenario.Operations.Zip(scenario.Seen))
        {
            var operation = (ZpciOperation)step;
            var applies = ZpciForm.Applies(state, operation);
            due.Add(applies ? LogOf(ZpciAnswer.To(state, ZpciRules.Standard, operation)) : null);
            if (applies) ZpciSteps.Do(state, operation, seen);
        }

        return due;
    }

    private static List<Transaction>? LogOf(Observation seen) => seen switch
    {
        ZpciObservation.Ended ended => [.. ended.Log],
        HostObservation.Sent sent => [.. sent.Ends.SelectMany(end => end.Log)],
        _ => null,
    };

    private static List<LogRow> RowsOf(List<Transaction> seen, List<Transaction>? due) =>
    [
        .. Enumerable.Range(0, Math.Max(seen.Count, due?.Count ?? 0)).Select(i =>
        {
            Transaction? mine = i < seen.Count ? seen[i] : null;
            Transaction? other = due is not null && i < due.Count ? due[i] : null;
            return new LogRow(mine, other, due is not null && !IsSame(mine, other));
        }),
    ];

    // By handle or by mapped address, past the hypervisor or not, is the function's business.
    private static bool IsSame(Transaction? one, Transaction? other) => one is { } a && other is { } b
        ? (a.Space, a.At, a.Length, a.Data) == (b.Space, b.At, b.Length, b.Data)
        : one is null && other is null;
}

/// <summary>A step that reaches the function.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Operation">What is done.</param>
/// <param name="Rows">What reaches it, in order.</param>
internal sealed record LogStep(int Number, string Operation, IReadOnlyList<LogRow> Rows)
{
    /// <summary>The first offset that is reached.</summary>
    public ulong First => All.Min(t => t.At.Value);

    /// <summary>The offset behind the last that is reached.</summary>
    public ulong End => All.Max(t => t.At.Value + Math.Max(1, t.Length.Value));

    private IEnumerable<Transaction> All =>
        Rows.SelectMany(row => new[] { row.Seen, row.Due }).OfType<Transaction>();
}

/// <summary>A transaction of the target beside that of the reference.</summary>
/// <param name="Seen">What reached the function; null if nothing more did.</param>
/// <param name="Due">What does by the reference; null if nothing more does, or nothing is known of it.</param>
/// <param name="Differs">Whether they are not the same.</param>
internal sealed record LogRow(Transaction? Seen, Transaction? Due, bool Differs);
