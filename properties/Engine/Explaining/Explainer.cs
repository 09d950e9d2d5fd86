using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Finds out what a failure depends on: changes one thing at a time and looks what comes of it.</summary>
public sealed class Explainer
{
    /// <summary>How many sequences may be run on a target in this process.</summary>
    public const int Usual = 400;

    /// <summary>How many sequences may be run on a target in a worker process.</summary>
    public const int InWorkers = 80;

    private const int MostSteps = 32;
    private const int MostChanges = 2;

    private readonly Area _area;
    private readonly Failure _failure;
    private readonly Func<Configuration, IReadOnlyList<Operation>, Outcome> _evaluate;
    private readonly List<string> _irrelevant = [];
    private readonly HashSet<object> _anyNumber = [];
    private readonly List<FieldChange> _changes = [];
    private readonly List<string> _leftOut = [];
    private int _left;

    private Explainer(
        Area area, Failure failure, Func<Configuration, IReadOnlyList<Operation>, Outcome> evaluate, int budget) =>
        (_area, _failure, _evaluate, _left) = (area, failure, evaluate, budget);

    /// <summary>Explains a failure that shows whenever it is tried; of another one nothing can be said.</summary>
    /// <param name="area">The area.</param>
    /// <param name="source">The target.</param>
    /// <param name="evaluate">Runs a sequence on it.</param>
    /// <param name="failure">The failure, shrunk and tried on fresh targets.</param>
    /// <param name="budget">How many sequences may be run.</param>
    /// <returns>The failure with its explanation, if there is something to say.</returns>
    internal static Failure Explain(
        Area area,
        IBlockSource source,
        Func<Configuration, IReadOnlyList<Operation>, Outcome> evaluate,
        Failure failure,
        int budget)
    {
        var isFit = failure.Reproduced == Confirmation.Tries && !failure.IsLoss && budget > 0;
        if (!isFit || failure.Operations.Count > MostSteps) return failure;
        source.Renew();
        var explainer = new Explainer(area, failure, evaluate, budget);
        var explanation = explainer.Explain(!area.FixesConfiguration(source.Capabilities));
        return explanation.IsEmpty ? failure : failure with { Explanation = explanation };
    }

    private Explanation Explain(bool withConfiguration)
    {
        var whole = Run(_failure.Configuration, _failure.Operations);
        if (whole is null || Confirmation.Find(whole, _failure.Signature) is null) return new Explanation([], [], []);
        LeaveOut();
        VaryTogether();
        for (var step = _failure.Operations.Count - 1; step >= 0; step--) VaryStep(step);
        _irrelevant.Reverse();
        if (withConfiguration) VaryConfiguration();
        var also = whole.Violations.Select(violation => violation.Violation.Requirement.Id)
            .Where(id => id != _failure.Signature.Requirement);
        var least = _changes.OrderBy(change => change.Distance).ThenByDescending(change => change.Step);
        return new Explanation(
            [.. _irrelevant],
            [.. _leftOut.Take(MostChanges), .. least.Take(MostChanges).Select(change => change.Text)],
            [.. also.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    // Only what leaves a sense to all the others: else it is another sequence.
    private void LeaveOut()
    {
        var all = _failure.Operations.ToList();
        for (var step = all.Count - 2; step >= 0; step--)
        {
            var others = HeldSteps.Without(all, step, 1);
            if (Run(_failure.Configuration, others) is { } outcome && Passes(outcome, others.Count))
                _leftOut.Add($"step {(step + 1).ToText()} is left out");
        }
    }

    // A domain or a device may be another one if it is in all steps.
    private void VaryTogether()
    {
        foreach (var number in Coupling.ValuesOf(_failure.Operations))
        {
            var varied = Variation.OfScalar(number).Select(other => _failure.Operations
                .Select(operation => Coupling.Replace(operation, number, other)).ToList());
            if (!Shows(varied.Select(operations => Run(_failure.Configuration, operations)))) continue;
            _anyNumber.Add(number);
            _irrelevant.Insert(0, $"{NameOf(number)} {Printer.Text(number, Shape.Of(number.GetType()))} everywhere");
        }
    }

    private void VaryStep(int step)
    {
        var operation = _failure.Operations[step];
        var names = Vary(operation, _area.Types.Operation, step, _ => true, varied =>
            Run(_failure.Configuration, [.. _failure.Operations.Select((o, i) => i == step ? (Operation)varied : o)]));
        if (names.Count > 0) _irrelevant.Insert(0, $"step {(step + 1).ToText()}: {string.Join(", ", names)}");
    }

    // Its numbers belong together in ways that only the area knows.
    private void VaryConfiguration()
    {
        var names = Vary(_failure.Configuration, _area.Types.Configuration, -1, old => old is bool or Enum, varied =>
            _area.ProblemOf((Configuration)varied) is null ? Run((Configuration)varied, _failure.Operations) : null);
        if (names.Count > 0) _irrelevant.Add($"configuration: {string.Join(", ", names)}");
    }

    // The places of a value at which it may be another one.
    private List<string> Vary(
        object value, Type declared, int step, Predicate<object> isFit, Func<object, Outcome?> run)
    {
        var irrelevant = new List<string>();
        foreach (var place in Simplification.PlacesOf(value, declared))
        {
            if (_left <= 0) break;
            var old = PlaceText.ValueAt(value, declared, place);
            if (old is null || !isFit(old) || _anyNumber.Contains(old)) continue;
            var name = PlaceText.NameOf(value, declared, place);
            var outcomes = new List<Outcome?>();
            foreach (var varied in Variation.At(value, declared, place))
            {
                outcomes.Add(run(varied));
                if (outcomes[^1] is not { } outcome || !Passes(outcome, _failure.Operations.Count)) continue;
                _changes.Add(FieldChange.Of(step, name, old, PlaceText.ValueAt(varied, declared, place)!));
                break;
            }

            if (Shows(outcomes)) irrelevant.Add(name);
        }

        return irrelevant;
    }

    // At least one was tried, and it shows in all of them.
    private bool Shows(IEnumerable<Outcome?> outcomes)
    {
        var tried = 0;
        foreach (var outcome in outcomes)
        {
            if (outcome is null || Confirmation.Find(outcome, _failure.Signature) is null) return false;
            tried++;
        }

        return tried > 0;
    }

    private static bool Passes(Outcome outcome, int operations) =>
        outcome.Violations.Count == 0 && outcome.Operations.Count == operations;

    // Null if nothing more may be run: the target was lost, or it was enough. Null also of what is no sequence at all:
    // nobody promises that a value next to one that makes sense makes sense.
    private Outcome? Run(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        if (_left <= 0) return null;
        _left--;
        try
        {
            var outcome = _evaluate(configuration, operations);
            if (outcome.Violations.Any(violation => violation.Violation.Requirement == _area.Liveness)) _left = 0;
            return outcome;
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            return null;
        }
    }

    private string NameOf(object number)
    {
        foreach (var operation in _failure.Operations)
        {
            foreach (var place in Simplification.PlacesOf(operation, _area.Types.Operation))
            {
                if (number.Equals(PlaceText.ValueAt(operation, _area.Types.Operation, place)))
                    return PlaceText.NameOf(operation, _area.Types.Operation, place);
            }
        }

        throw new SuiteException($"{number} is in no operation");
    }
}
