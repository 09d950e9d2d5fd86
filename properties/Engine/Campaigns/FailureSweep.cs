using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Drawn cases with an inner call made to fail: each of each operation in turn, until there is none.</summary>
/// <remarks>
/// By the model alone: a call that fails shows in what it answers to the operation, and where that is what it answers
/// without it, or all is as with a call before, there is no such call. Failures that were drawn are taken out first.
/// Each case has a number of its own, from which it follows.
/// </remarks>
/// <param name="area">The area.</param>
/// <param name="draws">What the drawn cases follow from: what is left out of them does not come in here.</param>
public sealed class FailureSweep(Area area, Draws draws)
{
    /// <summary>How many cases of this kind a drawn case has at most.</summary>
    public const int Most = 4096;

    private const long First = 1L << 40;
    private readonly Referee _referee = new(area, plans: true);
    private long _swept = -1;
    private long _index;
    private List<List<Operation>> _cases = [];

    /// <summary>Where it says that it is still planning: that may take longer than any step of a target.</summary>
    internal IHeartbeat Heartbeat { get; init; } = NoHeartbeat.Instance;

    /// <summary>The numbers of the cases that are made of the first so many drawn ones; some are of none.</summary>
    internal static (long First, long End) Numbers(long drawn) => (First, First + (drawn * Most));

    /// <summary>Whether a number is that of such a case.</summary>
    public static bool Has(long index) => index >= First;

    /// <summary>The drawn case that a case is made of.</summary>
    public static long DrawnOf(long index) => Has(index) ? (index - First) / Most : index;

    /// <summary>Whether a case is the last of this kind that a drawn case can have: it might have more.</summary>
    internal static bool IsLast(long index) => Has(index) && (index - First) % Most == Most - 1;

    /// <summary>Drawn operations without the failures that were drawn.</summary>
    internal static List<Operation> Plain(Area area, IReadOnlyList<Operation> drawn)
    {
        var (plain, gone) = (new List<Operation>(drawn.Count), new List<int>());
        for (var i = 0; i < drawn.Count; i++)
        {
            var without = drawn[i];
            foreach (var call in area.FailingCalls) without = without is null ? null : call.Without(without);
            if (without is null) gone.Add(i);
            else plain.Add(HeldSteps.Without(without, gone));
        }

        return plain;
    }

    /// <summary>The operations of a case; none if its drawn case has fewer.</summary>
    /// <param name="index">The number of the case.</param>
    /// <param name="configuration">What holds for the drawn case.</param>
    /// <param name="drawn">Plans the drawn case.</param>
    internal IReadOnlyList<Operation> Of(long index, Configuration configuration, Func<List<Operation>> drawn)
    {
        _index = index;
        if (_swept != DrawnOf(index)) (_swept, _cases) = (DrawnOf(index), Sweep(configuration, drawn()));
        var number = (int)((index - First) % Most);
        return number < _cases.Count ? _cases[number] : [];
    }

    private List<List<Operation>> Sweep(Configuration configuration, IReadOnlyList<Operation> drawn)
    {
        var (cases, plain) = (new List<List<Operation>>(), Plain(area, drawn));
        var answers = Answers(configuration, plain, 0, 0)!;
        for (var at = 0; at < plain.Count; at++)
        {
            foreach (var call in area.FailingCalls) Sweep(cases, configuration, plain, at, call, answers);
        }

        return cases;
    }

    private void Sweep(
        List<List<Operation>> cases, Configuration configuration, List<Operation> plain, int at, FailingCall call,
        List<Observation?> without)
    {
        List<List<Observation?>> before = [];
        for (var n = 0; cases.Count < Most && without[at] is not null; n++)
        {
            if (call.Instead(plain[at], n) is not { } instead || instead.Any(draws.LeavesOut)) return;
            if (at + instead.Count > CaseSteps.MostOperations) return;
            var shift = instead.Count - 1;
            List<Operation> failing =
            [
                .. plain.Take(at), .. instead.Select(one => HeldSteps.Shifted(one, at, shift)),
                .. plain.Skip(at + 1).Select(later => HeldSteps.Shifted(later, at, shift)),
            ];
            if (Answers(configuration, failing, at, instead.Count) is not { } answers) return;
            if (Equals(answers[at], without[at]) || before.Exists(answers.SequenceEqual)) return;
            cases.Add(failing);
            before.Add(answers);
        }
    }

    // What the model answers to the drawn operations, null where one makes no sense any more: of those that stand in
    // the place of one, the last counts. Null in all if one of these makes none.
    private List<Observation?>? Answers(Configuration configuration, List<Operation> operations, int at, int count)
    {
        var (answers, gone) = (new List<Observation?>(operations.Count), new List<int>());
        Heartbeat.Beat(_index, -1);
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
