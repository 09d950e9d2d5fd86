using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Counts kinds of operations, and which comes right after which.</summary>
internal sealed class PairCounter
{
    private readonly Dictionary<nint, int> _index = [];
    private readonly string[] _pairs;
    private readonly ulong[] _counts;
    private readonly string[] _names;
    private readonly ulong[] _alone;
    private readonly int _kinds;
    private int _before = -1;

    public PairCounter(Area area)
    {
        var cases = ((Shape.Union)Shape.Of(area.Types.Operation)).Cases;
        _kinds = cases.Count;
        _pairs = [.. cases.SelectMany(_ => cases, (first, second) => $"{first.Name}>{second.Name}")];
        for (var i = 0; i < cases.Count; i++) _index.Add(cases[i].Type.TypeHandle.Value, i);
        _counts = new ulong[_pairs.Length];
        _names = [.. cases.Select(kind => kind.Name)];
        _alone = new ulong[_kinds];
    }

    /// <summary>The next operation is the first of a case: it comes after none.</summary>
    public void StartCase() => _before = -1;

    /// <summary>Counts an operation and the one before it.</summary>
    public void Count(Operation operation)
    {
        var kind = _index[operation.GetType().TypeHandle.Value];
        _alone[kind]++;
        if (_before >= 0) _counts[(_before * _kinds) + kind]++;
        _before = kind;
    }

    /// <summary>Hands over what was counted.</summary>
    public void Flush(Evidence evidence)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            evidence.AddPair(_pairs[i], _counts[i]);
            _counts[i] = 0;
        }

        for (var i = 0; i < _alone.Length; i++)
        {
            if (_alone[i] == 0) continue;
            evidence.AddKind(_names[i], _alone[i]);
            _alone[i] = 0;
        }
    }
}
