using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Ioat;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>The stores that map an address in the tables that its function has.</summary>
internal static class ZpciMapping
{
    private const int Around = 4;

    /// <summary>Maps an address; entries are stored before those that lead to them.</summary>
    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var designation = ZpciPlan.TablesOf(plan, request.Requester);
        var writes = new List<EntryWrite>();
        if (designation == default) return [];
        var pages = ZpciPlan.PagesOf(plan);
        var table = ZpciTables.OriginOf(designation);
        var large = choices.OneIn(6) ? FrameDraw.Aligned(plan, 1ul << 20, ref choices) : null;
        var leafLevel = large is null ? 1 : 2;
        for (var level = ZpciTables.LevelOf(designation); level > leafLevel; level--)
        {
            var slot = ZpciTables.EntryOf(table, request.At, level);
            if (!plan.Configuration.IsTable(slot)) return [.. writes];
            var now = plan.Memory.Now(slot);
            if (IsLink(now, level) && plan.Configuration.IsTable(ZpciTables.TableOf(now, level)))
            {
                table = ZpciTables.TableOf(now, level);
                continue;
            }

            table = level == 2 ? PageTable(pages, ref choices) : pages.Take(4, ref choices);
            var link = ZpciTables.Link(table, level);
            if (choices.OneIn(12)) link = link.Flip(ZpciTables.Protected);
            Enter(plan, slot, link, level, writes, ref choices);
        }

        var leaf = large is { } frame ? new Word(frame.Value | (1ul << ZpciTables.Frame)) : new Word(to.Value);
        if (choices.OneIn(4)) leaf = leaf.Flip(ZpciTables.Protected);
        Enter(plan, ZpciTables.EntryOf(table, request.At, leafLevel), leaf, leafLevel, writes, ref choices);
        return [.. writes];
    }

    // Either half of a page.
    private static Gpa PageTable(TablePages pages, ref Choices choices)
    {
        var page = pages.Take(ref choices);
        return choices.OneIn(3) ? page.Plus(0x800) : page;
    }

    private static bool IsLink(Word entry, int level) =>
        ZpciRules.Standard.IsValid(entry, level) && !ZpciTables.IsLeaf(entry, level)
        && ZpciRules.Standard.IsOfLevel(entry, level);

    // What was never written around an entry is written before, mostly: a refresh of more than a page passes it.
    private static void Enter(
        WalkState plan, Gpa slot, Word entry, int level, List<EntryWrite> into, ref Choices choices)
    {
        if (!plan.Configuration.IsTable(slot)) return;
        into.Insert(0, new EntryWrite(slot, entry));
        if (choices.OneIn(3)) return;
        var absent = new Word(level == 1 ? ZpciTables.NoPage : ZpciTables.NoTable);
        if (level == 2 && choices.OneIn(4) && FrameDraw.Aligned(plan, 1ul << 20, ref choices) is { } frame)
            absent = new Word(frame.Value | (1ul << ZpciTables.Frame));
        var first = slot.Value & ~(((ulong)Around * 8) - 1);
        for (var i = 0ul; i < Around; i++)
        {
            var other = new Gpa(first + (i * 8));
            if (other != slot && plan.Configuration.IsTable(other) && plan.Memory.Now(other) == default)
                into.Insert(0, new EntryWrite(other, absent));
        }
    }
}
