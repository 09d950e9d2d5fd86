using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Counts which kind of operation comes right after which.</summary>
internal sealed class PairCounter
{
    private readonly Dictionary<Type, int> _index = [];
    private readonly string[] _names;
    private readonly ulong[] _counts;
    private int _before = -1;

    public PairCounter(Area area)
    {
        var cases = ((Shape.Union)Shape.Of(area.Types.Operation)).Cases;
        _names = [.. cases.Select(c => c.Name)];
        for (var i = 0; i < cases.Count; i++) _index.Add(cases[i].Type, i);
        _counts = new ulong[_names.Length * _names.Length];
    }

    /// <summary>The next operation is the first of a case: it comes after none.</summary>
    public void StartCase() => _before = -1;

    /// <summary>Counts an operation and the one before it.</summary>
    public void Count(Operation operation)
    {
        var kind = _index[operation.GetType()];
        if (_before >= 0) _counts[(_before * _names.Length) + kind]++;
        _before = kind;
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
