using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Counts which kind of operation comes right after which.</summary>
internal sealed class PairCounter
{
    private readonly Dictionary<Type, int> _index = [];
    private readonly string[] _names;
    private readonly ulong[] _counts;

    public PairCounter(Area area)
    {
        var cases = ((Shape.Union)Shape.Of(area.Types.Operation)).Cases;
        _names = [.. cases.Select(c => c.Name)];
        for (var i = 0; i < cases.Count; i++) _index.Add(cases[i].Type, i);
        _counts = new ulong[_names.Length * _names.Length];
    }

    /// <summary>Counts the pairs of a case that went as planned.</summary>
    public void Count(ReadOnlySpan<PlannedStep> steps)
    {
        for (var i = 1; i < steps.Length; i++) Count(steps[i - 1].Operation, steps[i].Operation);
    }

    /// <summary>Counts the pairs of a case that went otherwise.</summary>
    public void Count(List<Operation> operations)
    {
        for (var i = 1; i < operations.Count; i++) Count(operations[i - 1], operations[i]);
    }

    /// <summary>Hands over what was counted.</summary>
    public void Flush(Evidence evidence)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            evidence.AddPair($"{_names[i / _names.Length]}>{_names[i % _names.Length]}", _counts[i]);
            _counts[i] = 0;
        }
    }

    private void Count(Operation first, Operation second) =>
        _counts[(_index[first.GetType()] * _names.Length) + _index[second.GetType()]]++;
}
