using IoSpec.Contracts;
using IoSpec.Qemu.Vtd;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>
/// The most that paging-structure caches may hold: every entry that pointed to a table, until an invalidation of
/// entries of all levels that covers it has completed.
/// </summary>
/// <remarks>What a walk finds through such entries, and whether their tables were used for something else.</remarks>
internal sealed class WorstCaches
{
    private const ulong PageSizeBit = 0x80;
    private const ulong AddressBits = 0x000f_ffff_ffff_f000;
    private const ulong KeepsTables = 1 << 6;

    private readonly FakeUnit _unit;
    private readonly int _levels;
    private readonly SortedDictionary<ulong, Table> _tables = [];
    private readonly List<Copy> _copies = [];

    /// <summary>Watches a unit from now on; nothing is mapped yet.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="levels">The levels of the tables.</param>
    public WorstCaches(FakeUnit unit, int levels)
    {
        (_unit, _levels) = (unit, levels);
        foreach (var domain in VtdLayout.Domains) _tables.Add(DriverRig.Top(domain).Value, new(domain, levels, 0));
        unit.Happened += Watch;
    }

    /// <summary>Tables that were linked elsewhere while a copy of an entry could lead there; a line for each.</summary>
    public List<string> Reused { get; } = [];

    /// <summary>Called with the tag and the range of every invalidation of translations that completes.</summary>
    public Action<DomainId?, ulong, ulong>? Invalidated { get; set; }

    /// <summary>The output addresses that walks over current and cached entries can find; null is none.</summary>
    /// <param name="top">The top table.</param>
    /// <param name="at">The input address.</param>
    /// <returns>The addresses.</returns>
    public IEnumerable<ulong?> Find(Gpa top, ulong at) => Walk(top.Value, _levels, at).Distinct();

    private static bool IsTable(ulong entry, int level) =>
        (entry & 3) != 0 && level > 1 && (entry & PageSizeBit) == 0;

    private static int Shift(int level) => 12 + (9 * (level - 1));

    private IEnumerable<ulong?> Walk(ulong table, int level, ulong at)
    {
        var slot = table + (((at >> Shift(level)) & 511) * 8);
        var entry = _unit.Memory.Load(new Gpa(slot)).Value;
        if (!IsTable(entry, level))
            yield return (entry & 3) == 0 ? null : (entry & AddressBits) | (at & ((1ul << Shift(level)) - 1));
        var targets = _copies.Where(c => c.Slot == slot).Select(c => c.Target);
        if (IsTable(entry, level)) targets = targets.Append(entry & AddressBits);
        foreach (var target in targets.Distinct().ToList())
        {
            foreach (var found in Walk(target, level - 1, at)) yield return found;
        }
    }

    private void Watch(PortEvent what)
    {
        if (what is PortEvent.Stored stored) Change(stored.At.Value, stored.Former.Value, stored.Value.Value);
        else if (what is PortEvent.Executed executed && (executed.Low.Value & 0xf) == 2) Invalidate(executed);
    }

    private void Change(ulong slot, ulong former, ulong entry)
    {
        if (!_tables.TryGetValue(slot & AddressBits, out var table)) return;
        var first = table.First + (((slot >> 3) & 511) << Shift(table.Level));
        if (IsTable(former, table.Level))
        {
            var last = first + ((1ul << Shift(table.Level)) - 1);
            _copies.Add(new Copy(slot, former & AddressBits, table.Domain, first, last));
            _tables.Remove(former & AddressBits);
        }

        if (!IsTable(entry, table.Level)) return;
        var target = entry & AddressBits;
        if (_copies.Find(c => c.Target == target && c.Slot != slot) is { } copy)
            Reused.Add($"table 0x{target:x} is linked at 0x{slot:x}, a copy of 0x{copy.Slot:x} leads there");
        if (!_tables.TryAdd(target, new Table(table.Domain, table.Level - 1, first)))
            Reused.Add($"table 0x{target:x} is linked twice");
    }

    private void Invalidate(PortEvent.Executed what)
    {
        var granularity = (int)(what.Low.Value >> 4) & 3;
        DomainId? tag = granularity == 1 ? null : new DomainId((uint)(what.Low.Value >> 16) & 0xffff);
        var (first, last) = (0ul, ulong.MaxValue);
        if (granularity == 3)
        {
            first = what.High.Value & AddressBits;
            last = first + ((Page.Bytes << (int)(what.High.Value & 0x3f)) - 1);
        }

        if (granularity != 3 || (what.High.Value & KeepsTables) == 0)
            _copies.RemoveAll(c => (tag is null || c.Domain == tag) && c.First <= last && first <= c.Last);
        Invalidated?.Invoke(tag, first, last);
    }

    private sealed record Table(DomainId Domain, int Level, ulong First);

    private sealed record Copy(ulong Slot, ulong Target, DomainId Domain, ulong First, ulong Last);
}
