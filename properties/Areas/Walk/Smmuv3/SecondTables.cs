using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Tables of stage 2.</summary>
internal static class SecondTables
{
    private const ulong Valid = 1;
    private const ulong Link = 3;
    private const ulong AccessFlag = 1 << 10;
    private const ulong Normal = 5 << 2;
    private const ulong Shared = 3 << 8;

    /// <summary>S2T0SZ and S2SL0 of tables that the unit has.</summary>
    public static (int Field, int Start) Width(SmmuUnit unit, int granule, ref Choices choices)
    {
        ReadOnlySpan<(int Field, int Start)> known = granule switch
        {
            12 => [(25, 1), (28, 1), (33, 1), (30, 0), (24, 1), (20, 2)],
            14 => [(28, 1), (30, 1), (27, 1), (24, 2)],
            _ => [(28, 1), (30, 1), (22, 1), (33, 0)],
        };
        var (field, start) = known[choices.Below(choices.OneIn(2) ? 2 : known.Length)];
        var isWide = granule == 14 ? unit.OutputBits >= 42 : unit.OutputBits >= 44;
        return 64 - field > unit.IntermediateBits || (start == 2 && !isWide) ? known[1] : (field, start);
    }

    /// <summary>The shape that an entry describes, if it is one.</summary>
    public static TableShape? ShapeOf(StreamEntry entry)
    {
        var start = entry.Granule == 12 ? entry.S2SL0 + 2 : entry.S2SL0 + 1;
        var shape = new TableShape(entry.Granule, 64 - entry.S2T0SZ, start);
        if (entry.Granule == 0 || start > 4 || shape.Width > 48) return null;
        var bits = shape.Width - shape.Low(start);
        return bits is >= 1 and <= 17 ? shape : null;
    }

    // A leaf of some level, with rights that are all there, mostly.
    private static Word Leaf(WalkState plan, Gpa to, int level, ref Choices choices)
    {
        var unit = SmmuPlan.UnitOf(plan);
        var rights = choices.Below(8) switch
        {
            0 => 1ul << 6,
            1 => 2ul << 6,
            2 when unit.Marks > 1 => (1ul << 6) | (1ul << 51),
            3 => (3ul << 6) | (1ul << 54),
            _ => 3ul << 6,
        };
        var flag = choices.OneIn(unit.Marks > 0 ? 3 : 24) ? 0 : AccessFlag;

        // A block is no leaf of the last level.
        var isBlock = level > 1 || (SoundLevels.MayBeWrong(plan) && choices.OneIn(32));
        return new Word(to.Value | rights | flag | Normal | Shared | Valid | (isBlock ? 0 : 2ul));
    }

    /// <summary>Maps an intermediate address.</summary>
    public static void Map(
        WalkState plan, StreamEntry entry, Iova at, Gpa to, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        if (ShapeOf(entry) is not { } shape || at.Value >> shape.Width != 0) return;
        var level = 1;
        if (shape.Granule == 12 && shape.Start > 1 && choices.OneIn(4) && FrameDraw.Large(plan, 1ul << 21) is { } large)
            (to, level) = (large, 2);
        else if (shape.Granule > 12 && FrameDraw.Aligned(plan, 1ul << shape.Granule, ref choices) is { } aligned)
            to = aligned;
        var draw = new ShapeDraw(plan, pages, shape, shape.Top(entry.S2TTB, 48));
        draw.Map(at, level, Leaf(plan, to, level, ref choices), new Word(Link), into, ref choices);
    }

    /// <summary>Maps intermediate addresses to themselves: the memory that an address is in, in large leaves.</summary>
    public static void MapSame(
        WalkState plan, StreamEntry entry, ReadOnlySpan<Gpa> addresses, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        if (ShapeOf(entry) is not { } shape) return;
        var draw = new ShapeDraw(plan, pages, shape, shape.Top(entry.S2TTB, 48));
        var level = draw.LargestLeaf(3);
        var done = new List<ulong>();
        foreach (var address in addresses)
        {
            var start = address.Value >> shape.Low(level) << shape.Low(level);
            if (done.Contains(start) || address.Value >> shape.Width != 0) continue;
            done.Add(start);
            var leaf = start | (3ul << 6) | AccessFlag | Normal | Shared | Valid | (level == 1 ? 2ul : 0);
            draw.Map(new Iova(address.Value), level, new Word(leaf), new Word(Link), into, ref choices);
        }
    }

    /// <summary>Addresses in all memory of a case.</summary>
    public static Gpa[] Memory(WalkState plan)
    {
        var configuration = plan.Configuration;
        var found = new List<Gpa> { configuration.Tables.Start };
        foreach (var region in configuration.Frames.AsSpan())
        {
            found.Add(region.Start);
            found.Add(region.Start.Plus((region.Pages.Value - 1) << Page.Shift));
        }

        if (configuration.Nothing is { } nothing) found.Add(nothing.Start);
        return [.. found];
    }
}
