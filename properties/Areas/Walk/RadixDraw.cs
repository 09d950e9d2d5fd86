using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Draws the stores that map an address in tables of 512 entries of eight bytes a level.</summary>
/// <param name="plan">The state.</param>
/// <param name="pages">Pages for new tables.</param>
/// <param name="tableOf">What an entry leads to: a table, or null.</param>
/// <param name="linkTo">The entry that leads to a table.</param>
internal sealed class RadixDraw(
    WalkState plan, TablePages pages, Func<Word, int, Gpa?> tableOf, Func<Gpa, int, Word> linkTo)
{
    /// <summary>Maps an address; entries are stored before those that lead to them.</summary>
    /// <param name="top">The top table.</param>
    /// <param name="levels">How many levels.</param>
    /// <param name="at">The address.</param>
    /// <param name="leafLevel">The level of the leaf.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="into">Takes the stores.</param>
    /// <param name="choices">The random choices.</param>
    public void Map(
        Gpa top, int levels, Iova at, int leafLevel, Word leaf, List<EntryWrite> into, ref Choices choices)
    {
        var table = top;
        var start = into.Count;
        for (var level = levels; level > leafLevel; level--)
        {
            var slot = Slot(table, at, level);
            if (!plan.Configuration.IsTable(slot)) return;
            if (tableOf(plan.Memory.Now(slot), level) is { } below && plan.Configuration.IsTable(below))
            {
                table = below;
                continue;
            }

            table = pages.Take(ref choices);
            into.Insert(start, new EntryWrite(slot, linkTo(table, level)));
        }

        var last = Slot(table, at, leafLevel);
        if (plan.Configuration.IsTable(last)) into.Insert(start, new EntryWrite(last, leaf));
    }

    private static Gpa Slot(Gpa table, Iova at, int level) =>
        table.Plus((at.Value >> (Page.Shift + (9 * (level - 1))) & 0x1ff) * 8);
}
