using System.Collections;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// Makes a sequence small by structural steps on operations and configuration that keep what it shows.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="evaluate">Runs a sequence.</param>
/// <param name="shows">The step with which a sequence has shown what is kept; null if it does not show it.</param>
/// <param name="withConfiguration">Whether the configuration may be simplified too.</param>
/// <param name="budget">How many sequences may be run.</param>
internal sealed class Reducer(
    Area area,
    Func<Configuration, IReadOnlyList<Operation>, Outcome> evaluate,
    Func<Configuration, Outcome, int?> shows,
    bool withConfiguration,
    int budget)
{
    private readonly TriedSequences _tried = new();
    private readonly HashSet<Step> _refused = [];
    private List<Operation> _operations = [];
    private Configuration _configuration = null!;
    private int _evaluations;

    /// <summary>The configuration of the smallest sequence so far.</summary>
    public Configuration Configuration => _configuration;

    /// <summary>What the smallest sequence so far has shown; null if none has shown what is kept.</summary>
    public Outcome? Best { get; private set; }

    /// <summary>Whether no step would make it smaller.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>How many sequences were run.</summary>
    public int Evaluations => _evaluations;

    /// <summary>Reduces a sequence.</summary>
    /// <returns>False if it does not show what is to be kept.</returns>
    public bool Reduce(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        _configuration = configuration;
        _operations = [.. operations];
        if (!Try(_configuration, _operations)) return false;
        if (History.CountIn(area, _operations) is > 0 and var before)
            Try(_configuration, HeldSteps.Without(_operations, 0, before));

        while (!IsFinished && _evaluations < budget) IsFinished = !Pass() && _evaluations < budget;
        return true;
    }

    // What the area knows to be shorter comes before fields are lowered: there are fewer of them then.
    private bool Pass()
    {
        var better = DropChunks();
        if (TakeShortcut()) return true;
        better |= LowerTogether();
        better |= LowerFields();
        if (withConfiguration) better |= SimplifyConfiguration();
        return better || DropHeld();
    }

    // Keeps a candidate if it still shows what is kept; what comes after the step that does is cut.
    private bool Try(Configuration configuration, List<Operation> operations)
    {
        if (_evaluations >= budget || area.ProblemOf(configuration) is not null) return false;
        if (!_tried.Add(configuration, operations)) return false;
        _evaluations++;
        var outcome = evaluate(configuration, operations);
        if (shows(configuration, outcome) is not { } step) return false;
        Best = outcome;
        _configuration = configuration;
        _operations = [.. outcome.Operations.Take(step + 1)];
        return true;
    }

    // The last operation stays: it is the first that shows what is kept.
    private bool DropChunks()
    {
        var better = false;
        for (var size = Math.Max(1, _operations.Count / 2); size >= 1; size /= 2)
        {
            for (var end = _operations.Count - 1; end > 0 && _evaluations < budget; end -= size)
            {
                end = Math.Min(end, _operations.Count - 1);
                var start = Math.Max(0, end - size);
                if (end == start) break;
                better |= Try(_configuration, HeldSteps.Without(_operations, start, end - start));
            }
        }

        return better;
    }

    // A step goes whose result others hold: they hold that of another step of its kind, or it takes the place of one
    // before it.
    private bool DropHeld()
    {
        for (var old = 0; old < _operations.Count; old++)
        {
            for (var by = 0; by < _operations.Count; by++)
            {
                if (by == old || _operations[by].GetType() != _operations[old].GetType()) continue;
                if (HeldSteps.Moved(_operations, old, by) is not { } moved) break;
                if (Try(_configuration, HeldSteps.Without(moved, [old]))) return true;
                if (by > old) continue;
                moved[by] = moved[old];
                if (Try(_configuration, HeldSteps.Without(moved, [old]))) return true;
            }
        }

        return false;
    }

    // What the area knows to be shorter.
    private bool TakeShortcut()
    {
        foreach (var shortcut in area.ShortcutsOf(_configuration, _operations))
        {
            if (!withConfiguration && !shortcut.Configuration.Equals(_configuration)) continue;
            if (Try(shortcut.Configuration, HeldSteps.Without(shortcut.Operations, shortcut.Gone))) return true;
        }

        return false;
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

    // The operation in its new place; null if the sequence did not show what is kept or became another one.
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
            var refused = new Refused();
            while (_evaluations < budget && LowerAt(value, declared, place, attempt, refused) is { } lower)
            {
                value = lower;
                better = true;
            }
        }

        return better;
    }

    private object? LowerAt(
        object value, Type declared, int[] place, Func<object, object?> attempt, Refused refused)
    {
        var what = value is Configuration ? string.Join('.', place) : value;
        var from = Simplification.There(value, declared, place);
        object? To(object simpler) => Simplification.There(simpler, declared, place);
        var tried = 0;
        var accepted = Accepted(
            Simplification.At(value, declared, place).Skip(refused.Items).Where(s => !refused.Values.Contains(To(s))),
            simpler => new Step(what, from, To(simpler)),
            simpler =>
            {
                tried++;
                if (attempt(simpler) is { } found) return found;
                refused.Values.Add(To(simpler));
                return null;
            });
        if (from is IEnumerable) refused.Items += tried - 1;
        return accepted;
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
        [.. _operations.Select(operation => Coupling.Replace(operation, value, by))];

    // What becomes of the first of some values that shows what is kept. The first one, which is the simplest, is
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

    // What was refused at one place is not tried there again because it has become simpler: values, and of a list so
    // many of its last items.
    private sealed class Refused
    {
        public HashSet<object?> Values { get; } = [];

        public int Items { get; set; }
    }

    // A simplification: of what, and from which value to which.
    private readonly record struct Step(object Of, object? From, object? To);
}
