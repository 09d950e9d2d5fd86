using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Amdvi;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>The stores that map an address as its device is configured.</summary>
internal static class AmdviMapping
{
    private const ulong Page1G = 1ul << 30;

    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var trail = Trail.Of(plan, WalkFormatCatalogue.Of(plan.Configuration.Unit), request);
        if (AmdviPlan.DeviceOn(plan, trail) is not { } words) return [];
        var device = new DeviceEntry(words);
        var pages = AmdviPlan.PagesOf(plan);
        var writes = new List<EntryWrite>();
        var last = trail.Steps[^1].Use;
        if (device.UsesGuest(AmdviPlan.UnitOf(plan), request.Pasid is not null))
        {
            // Over host tables, what they do not translate is mapped to itself; now and then a page is put elsewhere.
            if (last.Stage == 2 && !trail.Result.Reaches)
                MapSame(plan, device.Root, device.Mode, [new Gpa(last.At.Value)], writes, pages, ref choices);
            else if (last.Stage == 2 && choices.OneIn(3))
                HostMapping.Map(plan, device.Root, device.Mode, last.At, to, writes, pages, ref choices);
            else
                MapGuest(plan, trail, request.At, device.GPM + 4, to, writes, pages, ref choices);
        }
        else if (device.Mode is > 0 and < 7)
        {
            HostMapping.Map(plan, device.Root, device.Mode, request.At, to, writes, pages, ref choices);
        }

        return [.. writes];
    }

    /// <summary>Maps what is around some addresses to itself, by the largest leaves that the levels have.</summary>
    public static void MapSame(
        WalkState plan, Gpa top, int levels, ReadOnlySpan<Gpa> places, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        if (levels is < 3 or > 6) return;
        var mapped = new List<ulong>();
        foreach (var place in places)
        {
            var number = place.Value / Page1G;
            if (mapped.Contains(number) || number >= 512) continue;
            mapped.Add(number);
        }

        // The leaves lie side by side in one table of level 3.
        var from = into.Count;
        var table = top;
        for (var level = levels; level > 3; level--)
        {
            var now = plan.Configuration.IsTable(table) ? plan.Memory.Now(table) : default;
            var isLinked = now.Has(0) && now.Field(11, 9) == (ulong)level - 1;
            var below = isLinked ? new Gpa(now.Field(51, 12) << 12) : pages.Take(ref choices);
            into.Insert(from, new EntryWrite(table, HostMapping.Link(below, level - 1, 3)));
            table = below;
        }

        foreach (var number in mapped)
        {
            var slot = table.Plus(number * 8);
            if (plan.Configuration.IsTable(slot))
                into.Insert(from, new EntryWrite(slot, HostMapping.Link(new Gpa(number * Page1G), 0, 3)));
        }
    }

    private static void MapGuest(
        WalkState plan, Trail trail, Iova at, int levels, Gpa to, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        if (TopOf(plan, trail) is not { } top) return;
        var level = choices.OneIn(4) ? 2 : 1;
        if (level == 2 && FrameDraw.Large(plan, 1ul << 21) is { } large) to = large;
        else level = 1;
        var rights = choices.Below(6) switch
        {
            0 => 0x5ul,
            1 => 0x3ul,
            2 => 0x7ul | (1ul << 63),
            _ => 0x7ul,
        };
        var radix = new RadixDraw(
            plan, pages, (entry, _) => entry.Has(0) && !entry.Has(7) ? new Gpa(entry.Field(51, 12) << 12) : null,
            (table, _) => new Word(table.Value | 7));
        radix.Map(top, levels, at, level, new Word(to.Value | rights | (level > 1 ? 0x80ul : 0)), into, ref choices);
    }

    private static Gpa? TopOf(WalkState plan, Trail trail)
    {
        foreach (var step in trail.Steps)
        {
            if (step.Use.Kind == EntryKind.Pasid) return new Gpa(plan.Memory.Now(step.At).Field(51, 12) << 12);
        }

        return null;
    }
}
