using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Tables of stage 1.</summary>
internal static class FirstTables
{
    private const ulong Valid = 1;
    private const ulong Link = 3;
    private const ulong AccessFlag = 1 << 10;
    private const ulong NotGlobal = 1 << 11;
    private const ulong Shared = 3 << 8;

    /// <summary>A field TxSZ.</summary>
    public static int Width(int granule, ref Choices choices)
    {
        ReadOnlySpan<int> known = granule switch
        {
            12 => [25, 16, 28, 32, 30],
            14 => [28, 25, 16, 30],
            _ => [28, 22, 30, 16],
        };
        return known[choices.OneIn(2) ? 0 : choices.Below(known.Length)];
    }

    /// <summary>Maps an address in the half that it is in.</summary>
    public static void Map(
        WalkState plan, ContextEntry context, Iova at, Gpa to, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        var half = (int)(at.Value >> 55 & 1);
        var (granule, width) = (context.Granule(half), 64 - context.TxSZ(half));
        if (context.EPD(half) || granule == 0 || width is < 25 or > 48) return;
        var shape = TableShape.Of(granule, width);
        var level = LevelOf(plan, shape, at, ref to, ref choices);
        if (level == 1 && granule > 12)
        {
            if (FrameDraw.Aligned(plan, 1ul << granule, ref choices) is not { } aligned) return;
            to = aligned;
        }

        var draw = new ShapeDraw(plan, pages, shape, shape.Top(context.TTB(half), 48));
        var takes = choices.OneIn(12) ? 59 + choices.Below(4) : 0;
        var link = Link | (takes == 0 || (takes == 61 && !HasPrivilegedPages(choices)) ? 0 : 1ul << takes);
        draw.Map(at, level, Leaf(plan, to, level, ref choices), new Word(link), into, ref choices);
    }

    // A larger leaf where memory is aligned to one, or where the address lies as memory does.
    private static int LevelOf(WalkState plan, TableShape shape, Iova at, ref Gpa to, ref Choices choices)
    {
        if (shape.Start < 2 || !choices.OneIn(4)) return 1;
        var size = 1ul << shape.Low(2);
        if (shape.Granule == 12 && FrameDraw.Large(plan, size) is { } large)
        {
            to = large;
            return 2;
        }

        foreach (var region in plan.Configuration.Frames.AsSpan())
        {
            var start = region.Start.Value & ~(size - 1);
            if (!region.Holds(new Gpa(start | (at.Value & (size - 1))), new PageCount(1))) continue;
            to = new Gpa(start);
            return 2;
        }

        return 1;
    }

    // In some cases only, so that others show what goes wrong besides.
    private static bool HasPrivilegedPages(in Choices choices) => (choices.Swarm >> 9 & 3) == 3;

    private static Word Leaf(WalkState plan, Gpa to, int level, ref Choices choices)
    {
        var unit = SmmuPlan.UnitOf(plan);
        var rights = choices.Below(10) switch
        {
            0 => 3ul << 6,
            1 when HasPrivilegedPages(choices) => 0ul,
            2 when HasPrivilegedPages(choices) => 2ul << 6,
            3 => (1ul << 6) | (1ul << 54),
            4 => (1ul << 6) | (1ul << 53),
            5 or 6 when unit.Marks > 1 => (3ul << 6) | (1ul << 51),
            _ => 1ul << 6,
        };
        var flag = choices.OneIn(unit.Marks > 0 ? 3 : 24) ? 0 : AccessFlag;

        // A block is no leaf of the last level.
        var isBlock = level > 1 || (SoundLevels.MayBeWrong(plan) && choices.OneIn(32));
        return new Word(to.Value | rights | flag | NotGlobal | Shared | Valid | (isBlock ? 0 : 2ul));
    }
}
