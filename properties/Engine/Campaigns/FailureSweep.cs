using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Drawn cases with an inner call made to fail: each of each operation in turn, until there is none.</summary>
/// <remarks>
/// By the model alone: a call that fails shows in its answers, and where they are those without it, or those of a call
/// before, there is no such call. Each case has a number of its own, from which it follows.
/// </remarks>
/// <param name="area">The area.</param>
public sealed class FailureSweep(Area area)
{
    /// <summary>How many cases of this kind a drawn case has at most.</summary>
    public const int Most = 4096;

    private const long First = 1L << 40;
    private readonly Referee _referee = new(area, takesEvidence: false);
    private long _swept = -1;
    private List<List<Operation>> _cases = [];

    /// <summary>The numbers of the cases that are made of the first so many drawn ones; some are of none.</summary>
    internal static (long First, long End) Numbers(long drawn) => (First, First + (drawn * Most));

    /// <summary>Whether a number is that of such a case.</summary>
    public static bool Has(long index) => index >= First;

    /// <summary>The drawn case that a case is made of.</summary>
    public static long DrawnOf(long index) => Has(index) ? (index - First) / Most : index;

    /// <summary>The operations of a case; none if its drawn case has fewer.</summary>
    /// <param name="index">The number of the case.</param>
    /// <param name="configuration">What holds for the drawn case.</param>
    /// <param name="drawn">Plans the drawn case.</param>
    internal IReadOnlyList<Operation> Of(long index, Configuration configuration, Func<List<Operation>> drawn)
    {
        if (_swept != DrawnOf(index)) (_swept, _cases) = (DrawnOf(index), Sweep(configuration, drawn()));
        var number = (int)((index - First) % Most);
        return number < _cases.Count ? _cases[number] : [];
    }

    private List<List<Operation>> Sweep(Configuration configuration, List<Operation> drawn)
    {
        var cases = new List<List<Operation>>();
        var plain = Answers(configuration, drawn, 0, 1)!;
        for (var at = 0; at < drawn.Count; at++)
        {
            foreach (var call in area.FailingCalls) Sweep(cases, configuration, drawn, at, call, plain);
        }

        return cases;
    }

    private void Sweep(
        List<List<Operation>> cases, Configuration configuration, List<Operation> drawn, int at, FailingCall call,
        List<Observation?> plain)
    {
        List<List<Observation?>> before = [plain];
        for (var n = 0; cases.Count < Most && drawn.Count < CaseSteps.MostOperations; n++)
        {
            if (call.Instead(drawn[at], n) is not { } instead) return;
            var shift = instead.Count - 1;
            List<Operation> failing =
            [
                .. drawn.Take(at), .. instead.Select(one => HeldSteps.Shifted(one, at, shift)),
                .. drawn.Skip(at + 1).Select(later => HeldSteps.Shifted(later, at, shift)),
            ];
            if (Answers(configuration, failing, at, instead.Count) is not { } answers) return;
            if (before.Exists(answers.SequenceEqual)) return;
            cases.Add(failing);
            before.Add(answers);
        }
    }

    // What the model answers to the drawn operations, null where one makes no sense any more: of those that stand in
    // the place of one, the last counts. Null in all if one of these makes none.
    private List<Observation?>? Answers(Configuration configuration, List<Operation> operations, int at, int count)
    {
        var (answers, gone) = (new List<Observation?>(operations.Count), new List<int>());
        _referee.Start(configuration);
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = HeldSteps.Without(operations[i], gone);
            var applies = _referee.Applies(operation);
            if (!applies && i >= at && i < at + count) return null;
            if (!applies) gone.Add(i);
            var answer = applies ? _referee.Answer(operation) : null;
            if (answer is not null) _referee.Step(operation, answer);
            if (i < at || i >= at + count - 1) answers.Add(answer);
        }

        return answers;
    }
}
