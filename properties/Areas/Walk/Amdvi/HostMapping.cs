using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>The stores that map an address in host tables: levels are skipped, leaves have any size.</summary>
internal static class HostMapping
{
    private const int Page1M = 20;

    /// <summary>An entry: next level, rights.</summary>
    public static Word Link(Gpa to, int next, ulong rights) =>
        new Word(to.Value | 1).With(11, 9, (ulong)next).With(62, 61, rights);

    /// <summary>Maps an address; entries are stored before those that lead to them.</summary>
    public static void Map(
        WalkState plan, Gpa top, int levels, Iova at, Gpa to, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        var from = into.Count;
        var (table, level) = (top, levels);
        var leafLevel = Math.Min(levels, choices.OneIn(5) ? 2 : 1);
        while (level > leafLevel)
        {
            var slot = Slot(table, at, level);
            if (!plan.Configuration.IsTable(slot)) return;
            var now = plan.Memory.Now(slot);
            var next = (int)now.Field(11, 9);
            var below = new Gpa(now.Field(51, 12) << 12);
            if (now.Has(0) && next >= 1 && next < level && plan.Configuration.IsTable(below))
            {
                (table, level) = (below, next);
                continue;
            }

            next = Next(at, level, leafLevel, ref choices);
            (table, level) = (pages.Take(ref choices), next);
            into.Insert(from, new EntryWrite(slot, Link(table, next, AmdviPlan.Rights(16, ref choices))));
        }

        AddLeaf(plan, table, level, at, to, from, into, ref choices);
    }

    // The next level: one below, or as far below as the bits between are 0; now and then although they are not.
    private static int Next(Iova at, int level, int least, ref Choices choices)
    {
        var next = level - 1;
        if (!choices.OneIn(3)) return next;
        var ignores = choices.OneIn(8);
        while (next > least && (ignores || (at.Value >> (12 + (9 * (next - 1))) & 0x1ff) == 0)) next--;
        return next;
    }

    private static void AddLeaf(
        WalkState plan, Gpa table, int level, Iova at, Gpa to, int from, List<EntryWrite> into, ref Choices choices)
    {
        var least = 12 + (9 * (level - 1));
        var rights = AmdviPlan.Rights(3, ref choices);
        var bits = level == 1 && choices.OneIn(4) ? 13 + choices.Below(choices.OneIn(4) ? Page1M - 15 : 4) : least;
        if (bits > 12)
        {
            if (FrameDraw.Aligned(plan, 1ul << bits, ref choices) is not { } large) bits = least;
            else to = large;
        }

        if (level > 1 && bits == least && FrameDraw.Aligned(plan, 1ul << least, ref choices) is null) return;
        var leaf = bits > least
            ? Link(new Gpa(to.Value | (((1ul << (bits - 1)) - 1) & ~0xffful)), 7, rights)
            : Link(to, 0, rights);
        if (choices.OneIn(6)) leaf = leaf.Flip(choices.OneIn(2) ? 59 : 60);

        // A leaf that is larger than its level makes it lies there as often as it fits.
        var slot = Slot(table, at, level);
        var count = 1ul << (bits - least);
        var first = new Gpa(slot.Value & ~((count * 8) - 1));
        for (var i = 0ul; i < count; i++)
        {
            if (plan.Configuration.IsTable(first.Plus(i * 8)))
                into.Insert(from, new EntryWrite(first.Plus(i * 8), leaf));
        }
    }

    private static Gpa Slot(Gpa table, Iova at, int level) =>
        table.Plus((at.Value >> (Page.Shift + (9 * (level - 1))) & 0x1ff) * 8);
}
