using System.Text;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// Makes a failing sequence small: structural steps on operations and configuration that keep the signature.
/// </summary>
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

    private Configuration _configuration = null!;
    private List<Operation> _operations = [];
    private Outcome? _best;
    private Signature _signature;
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly HashSet<Step> _refused = [];
    private int _evaluations;

    /// <summary>Shrinks a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>A failure of the same signature; as it was if it does not show again.</returns>
    public Failure Shrink(Failure failure)
    {
        _configuration = failure.Configuration;
        _operations = [.. failure.Operations];
        _signature = failure.Signature;
        if (!Try(_configuration, _operations)) return failure with { Evaluations = _evaluations };
        var finished = false;
        while (!finished && _evaluations < budget) finished = !Pass() && _evaluations < budget;
        return Result(failure, finished);
    }

    private bool Pass()
    {
        var better = DropChunks();
        better |= LowerTogether();
        better |= LowerFields();
        if (withConfiguration) better |= SimplifyConfiguration();
        return better;
    }

    private Failure Result(Failure failure, bool finished)
    {
        var found = Confirmation.Find(_best!, _signature)!;
        return failure with
        {
            Violation = found.Violation,
            Configuration = _configuration,
            Operations = [.. _best!.Operations.Take(found.Step + 1)],
            Seen = [.. _best.Seen.Take(found.Step + 1)],
            IsMinimal = finished,
            Evaluations = _evaluations,
        };
    }

    // Keeps a candidate if it still shows the signature; what comes after the step that does is cut.
    private bool Try(Configuration configuration, List<Operation> operations)
    {
        if (_evaluations >= budget || area.ProblemOf(configuration) is not null) return false;
        if (!_tried.Add(Describe(configuration, operations))) return false;
        _evaluations++;
        var outcome = evaluate(configuration, operations);
        if (Confirmation.Find(outcome, _signature) is not { } found) return false;
        _best = outcome;
        _configuration = configuration;
        _operations = [.. outcome.Operations.Take(found.Step + 1)];
        return true;
    }

    private static string Describe(Configuration configuration, List<Operation> operations)
    {
        var text = new StringBuilder(Printer.Line(configuration));
        foreach (var operation in operations) text.Append('\n').Append(Printer.Line(operation));
        return text.ToString();
    }

    private bool DropChunks()
    {
        var better = false;
        for (var size = Math.Max(1, _operations.Count / 2); size >= 1; size /= 2)
        {
            for (var end = _operations.Count; end > 0 && _evaluations < budget; end -= size)
            {
                end = Math.Min(end, _operations.Count);
                var start = Math.Max(0, end - size);
                if (end == start) break;
                better |= Try(_configuration, HeldSteps.Without(_operations, start, end - start));
            }
        }

        return better;
    }

    private bool LowerFields()
    {
        var better = false;
        for (var step = _operations.Count - 1; step >= 0; step--)
        {
            var at = step;
            if (at < _operations.Count)
                better |= Lower(_operations[at], area.Types.Operation, simpler => Replace(at, (Operation)simpler));
        }

        return better;
    }

    // The operation in its new place; null if the sequence did not keep the signature or became another one.
    private Operation? Replace(int at, Operation simpler)
    {
        if (at >= _operations.Count) return null;
        if (!Try(_configuration, new List<Operation>(_operations) { [at] = simpler })) return null;
        return at < _operations.Count && _operations[at].Equals(simpler) ? simpler : null;
    }

    // Simplifies a value place by place; a place that could be simplified is tried again before the next one.
    private bool Lower(object value, Type declared, Func<object, object?> attempt)
    {
        var better = false;
        foreach (var place in Simplification.PlacesOf(value, declared))
        {
            while (_evaluations < budget && LowerAt(value, declared, place, attempt) is { } lower)
            {
                value = lower;
                better = true;
            }
        }

        return better;
    }

    private object? LowerAt(object value, Type declared, int[] place, Func<object, object?> attempt)
    {
        var what = value is Configuration ? string.Join('.', place) : value;
        var from = Simplification.There(value, declared, place);
        return Accepted(
            Simplification.At(value, declared, place),
            simpler => new Step(what, from, Simplification.There(simpler, declared, place)),
            attempt);
    }

    // The same number in several operations, such as a domain or a page, is lowered in all of them at once.
    private bool LowerTogether()
    {
        var better = false;
        foreach (var value in Coupling.ValuesOf(_operations))
        {
            better |= Accepted(
                Simplification.OfScalar(value),
                simpler => new Step(nameof(Coupling), value, simpler),
                simpler => Try(_configuration, Replaced(value, simpler)) ? simpler : null) is not null;
        }

        return better;
    }

    private List<Operation> Replaced(object value, object by) =>
        [.. _operations.Select(operation => (Operation)Coupling.Replace(operation, value, by))];

    // What becomes of the first of some values that keeps the signature. The first one, which is the simplest, is
    // always tried; another one that was refused once is not tried again when something else has become simpler.
    private object? Accepted(IEnumerable<object> simplest, Func<object, Step> stepTo, Func<object, object?> attempt)
    {
        var isFirst = true;
        foreach (var simpler in simplest)
        {
            var step = stepTo(simpler);
            if (!isFirst && _refused.Contains(step)) continue;
            isFirst = false;
            if (attempt(simpler) is { } accepted) return accepted;
            _refused.Add(step);
        }

        return null;
    }

    private bool SimplifyConfiguration() =>
        Lower(_configuration, area.Types.Configuration, simpler =>
            Try((Configuration)simpler, [.. _operations]) ? _configuration : null);

    // A simplification: of what, and from which value to which.
    private readonly record struct Step(object Of, object? From, object? To);
}
