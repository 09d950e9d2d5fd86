using IoSpec.Contracts;

namespace IoSpec.Reference.Dirty;

/// <summary>A set of addresses, as ranges in order that neither overlap nor touch.</summary>
public sealed class PageSet
{
    private readonly List<IovaRange> _ranges = [];

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<IovaRange> Ranges => _ranges;

    /// <summary>Takes everything out.</summary>
    public void Clear() => _ranges.Clear();

    /// <summary>Puts a range in.</summary>
    /// <param name="range">The range.</param>
    public void Add(IovaRange range)
    {
        var (first, last) = (range.First.Value, range.Last.Value);
        var at = 0;
        while (at < _ranges.Count && Before(_ranges[at], first)) at++;
        var end = at;
        while (end < _ranges.Count && !Before(range, _ranges[end].First.Value))
        {
            first = Math.Min(first, _ranges[end].First.Value);
            last = Math.Max(last, _ranges[end].Last.Value);
            end++;
        }

        _ranges.RemoveRange(at, end - at);
        _ranges.Insert(at, new IovaRange(new Iova(first), new Iova(last)));
    }

    /// <summary>Puts another set in.</summary>
    /// <param name="other">The other.</param>
    public void Add(PageSet other)
    {
        foreach (var range in other.Ranges) Add(range);
    }

    /// <summary>Takes a range out.</summary>
    /// <param name="range">The range.</param>
    public void Remove(IovaRange range)
    {
        for (var i = _ranges.Count - 1; i >= 0; i--)
        {
            var old = _ranges[i];
            if (!old.Overlaps(range)) continue;
            _ranges.RemoveAt(i);
            if (old.Last.Value > range.Last.Value)
                _ranges.Insert(i, new IovaRange(range.Last.Plus(1), old.Last));
            if (old.First.Value < range.First.Value)
                _ranges.Insert(i, new IovaRange(old.First, new Iova(range.First.Value - 1)));
        }
    }

    /// <summary>Whether an address is in the set.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(Iova at)
    {
        foreach (var range in _ranges)
        {
            if (range.Contains(at)) return true;
        }

        return false;
    }

    /// <summary>Whether all of a range is in the set.</summary>
    /// <param name="range">The range.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(IovaRange range)
    {
        foreach (var own in _ranges)
        {
            if (own.Contains(range)) return true;
        }

        return false;
    }

    // Whether a range ends before an address, and does not touch it either.
    private static bool Before(IovaRange range, ulong first) =>
        range.Last.Value < first && first - range.Last.Value > 1;
}
