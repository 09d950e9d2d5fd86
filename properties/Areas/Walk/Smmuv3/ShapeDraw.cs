using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Draws the stores that map an address in tables of one shape.</summary>
/// <param name="plan">The state.</param>
/// <param name="pages">Pages for new tables.</param>
/// <param name="shape">The shape of the tables.</param>
/// <param name="top">The first table.</param>
internal sealed class ShapeDraw(WalkState plan, TablePages pages, TableShape shape, Gpa top)
{
    private readonly List<EntryWrite> _links = [];

    /// <summary>Pages for a first table.</summary>
    public static Gpa TakeTop(TablePages pages, TableShape shape, ref Choices choices) =>
        pages.Take(1 << Math.Max(0, shape.TopBits - Page.Shift), ref choices);

    /// <summary>Maps an address; entries are stored before those that lead to them.</summary>
    public void Map(Iova at, int leafLevel, Word leaf, Word link, List<EntryWrite> into, ref Choices choices)
    {
        var table = top;
        var start = into.Count;
        for (var level = shape.Start; level > leafLevel; level--)
        {
            var slot = shape.Slot(table, at, level);
            if (!plan.Configuration.IsTable(slot)) return;
            var now = Now(slot);
            if (now.Has(0) && now.Has(1) && plan.Configuration.IsTable(shape.AddressIn(now, shape.Granule, 48)))
            {
                table = shape.AddressIn(now, shape.Granule, 48);
                continue;
            }

            table = pages.Take(1 << (shape.Granule - Page.Shift), ref choices);
            var write = new EntryWrite(slot, new Word(table.Value | link.Value));
            _links.Add(write);
            into.Insert(start, write);
        }

        var last = shape.Slot(table, at, leafLevel);
        if (plan.Configuration.IsTable(last)) into.Insert(start, new EntryWrite(last, leaf));
    }

    /// <summary>The largest leaf that these tables can have for an address inside some level.</summary>
    public int LargestLeaf(int most)
    {
        for (var level = Math.Min(most, shape.Start); level > 1; level--)
        {
            if (shape.HasLeaf(level, 48)) return level;
        }

        return 1;
    }

    private Word Now(Gpa slot)
    {
        foreach (var write in _links)
        {
            if (write.At == slot) return write.Value;
        }

        return plan.Memory.Now(slot);
    }
}
