namespace IoSpec.Contracts;

/// <summary>The coverpoints of one area.</summary>
public sealed class CoverTable
{
    private readonly List<Coverpoint> _all = [];

    /// <summary>The coverpoints, in the order of their declaration.</summary>
    public IReadOnlyList<Coverpoint> All => _all;

    /// <summary>Declares a coverpoint.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The coverpoint.</returns>
    public Coverpoint Declare(string id)
    {
        var point = new Coverpoint(id);
        point.Enter(_all.Count);
        _all.Add(point);
        return point;
    }
}
