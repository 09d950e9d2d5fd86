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

    /// <summary>Counts the pairs of a case.</summary>
    public void Count(ReadOnlySpan<PlannedStep> steps)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            var from = _index[steps[i - 1].Operation.GetType()];
            _counts[(from * _names.Length) + _index[steps[i].Operation.GetType()]]++;
        }
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
}
