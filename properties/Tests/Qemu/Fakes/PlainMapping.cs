using IoSpec.Contracts;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>What a domain is supposed to map: stretches without tables, and what is restricted above them.</summary>
internal sealed class PlainMapping
{
    private readonly SortedDictionary<ulong, Stretch> _stretches = [];
    private readonly SortedDictionary<(ulong First, ulong Last), Access> _restricted = [];

    /// <summary>Maps a stretch over whatever is there.</summary>
    /// <param name="stretch">The stretch.</param>
    public void Map(Stretch stretch)
    {
        Unmap(stretch.First, stretch.Last);
        _stretches.Add(stretch.First, stretch);
    }

    /// <summary>Removes everything between two addresses.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public void Unmap(ulong first, ulong last)
    {
        foreach (var stretch in Take(first, last))
        {
            if (stretch.First < first) Add(Part(stretch, stretch.First, first - 1));
            if (stretch.Last > last) Add(Part(stretch, last + 1, stretch.Last));
        }
    }

    /// <summary>Gives everything between two addresses other rights.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="allowed">The rights.</param>
    public void Protect(ulong first, ulong last, Access allowed)
    {
        var inside = _stretches.Values.Where(s => s.First <= last && first <= s.Last).ToList();
        Unmap(first, last);
        foreach (var stretch in inside)
        {
            var part = Part(stretch, Math.Max(first, stretch.First), Math.Min(last, stretch.Last));
            Add(part with { Allowed = allowed });
        }
    }

    /// <summary>Restricts the rights of everything between two addresses, now and later.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="allowed">The rights that are left.</param>
    public void Restrict(ulong first, ulong last, Access allowed) => _restricted[(first, last)] = allowed;

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _stretches.Clear();
        _restricted.Clear();
    }

    /// <summary>Everything that is mapped with some right, in order, neighbours put together.</summary>
    /// <returns>The stretches.</returns>
    public IReadOnlyList<Stretch> All()
    {
        var found = new List<Stretch>();
        foreach (var stretch in _stretches.Values)
        {
            foreach (var first in Cuts(stretch))
            {
                var last = Cuts(stretch).FirstOrDefault(next => next > first, stretch.Last + 1) - 1;
                var part = Part(stretch, first, last);
                var left = part.Allowed;
                foreach (var (range, allowed) in _restricted)
                {
                    if (range.First <= first && first <= range.Last) left &= allowed;
                }

                if (left != Access.None) TableWalker.Append(found, part with { Allowed = left });
            }
        }

        return found;
    }

    private static Stretch Part(Stretch whole, ulong first, ulong last) =>
        whole with { First = first, Last = last, To = whole.To + (first - whole.First) };

    private void Add(Stretch stretch) => _stretches.Add(stretch.First, stretch);

    private List<Stretch> Take(ulong first, ulong last)
    {
        var taken = _stretches.Values.Where(s => s.First <= last && first <= s.Last).ToList();
        foreach (var stretch in taken) _stretches.Remove(stretch.First);
        return taken;
    }

    // Where the rights of a stretch may change: at its start and at the edges of what is restricted.
    private IEnumerable<ulong> Cuts(Stretch stretch) => _restricted.Keys
        .SelectMany(range => (ulong[])[range.First, range.Last + 1])
        .Where(cut => stretch.First < cut && cut <= stretch.Last)
        .Append(stretch.First).Distinct().Order();
}
