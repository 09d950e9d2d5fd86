using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Comparing;

/// <summary>Looks for the place in a list at which something begins or ends to show, in few tries.</summary>
/// <remarks>
/// Both ends are tried, then the middle of what is left: 2 and the logarithm of the length. Two more tries, in the
/// widest gaps on both sides, notice lists in which it comes and goes; what is never tried is never known.
/// </remarks>
/// <param name="count">The length of the list, at least 2.</param>
/// <param name="shows">Tries one: whether it shows, or null if that cannot be told.</param>
internal sealed class Bisection(int count, Func<int, bool?> shows)
{
    private readonly SortedDictionary<int, bool?> _known = [];

    /// <summary>What was found by trying, by index; null where it could not be told.</summary>
    public IReadOnlyDictionary<int, bool?> Known => _known;

    /// <summary>Looks for it.</summary>
    /// <returns>
    /// The last index before the change and the first after it: neighbours, unless nothing could be told of those
    /// between.
    /// </returns>
    /// <exception cref="UsageException">There is no such place; the message is one line.</exception>
    public (int Before, int After) Run()
    {
        var (low, high) = (0, count - 1);
        var (first, last) = (End(low, "first"), End(high, "last"));
        if (first == last)
        {
            throw new UsageException(
                $"the first and the last target are alike: both {(first ? "show it" : "do not show it")}");
        }

        while (Middle(low, high) is { } middle)
        {
            if (_known[middle] == first) low = middle;
            else high = middle;
        }

        Probe(0, low, first);
        Probe(high, count - 1, last);
        return (low, high);
    }

    private bool End(int index, string name) => Try(index)
        ?? throw new UsageException($"of the {name} target it cannot be told whether it shows it");

    // The one nearest to the middle of which it can be told; null if there is none left.
    private int? Middle(int low, int high)
    {
        var between = Enumerable.Range(low + 1, Math.Max(0, high - low - 1))
            .OrderBy(index => Math.Abs((2 * index) - low - high)).ThenBy(index => index);
        foreach (var index in between)
        {
            if (Try(index) is not null) return index;
        }

        return null;
    }

    private void Probe(int from, int to, bool expected)
    {
        var tried = _known.Keys.Where(index => index >= from && index <= to).ToList();
        var (gap, end) = tried.Zip(tried.Skip(1)).OrderByDescending(pair => pair.Second - pair.First).FirstOrDefault();
        if (end - gap < 2) return;
        var middle = gap + ((end - gap) / 2);
        if (Try(middle) is { } seen && seen != expected)
        {
            throw new UsageException(
                $"it comes and goes: number {middle + 1} of {count} {(seen ? "shows it" : "does not show it")}, "
                + $"numbers {gap + 1} and {end + 1} {(seen ? "do not" : "do")}");
        }
    }

    private bool? Try(int index)
    {
        if (!_known.TryGetValue(index, out var known)) _known[index] = known = shows(index);
        return known;
    }
}
