using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Context descriptors.</summary>
internal static class ContextTables
{
    private const int Valid = 31;

    /// <summary>The stores of a descriptor with first tables of its own.</summary>
    public static void Add(
        WalkState plan, SmmuUnit unit, RequesterId requester, Pasid index, Gpa table, TablePages pages,
        List<EntryWrite> into, ref Choices choices)
    {
        var granule = SmmuPlan.Granule(unit, ref choices);
        var field = FirstTables.Width(granule, ref choices);
        var hasUpper = choices.OneIn(4);
        var shape = TableShape.Of(granule, 64 - field);
        var low = new Word((ulong)field)
            .With(7, 6, LowerGranule(granule))
            .With(21, 16, (ulong)field).With(23, 22, UpperGranule(granule)).With(30, 30, hasUpper ? 0ul : 1)
            .With(Valid, Valid, 1)
            .With(34, 32, choices.OneIn(4) ? 2ul : 5ul)
            .With(35, 35, choices.OneIn(8) ? 1ul : 0)
            .With(36, 36, choices.OneIn(6) ? 1ul : 0)
            .With(39, 38, choices.OneIn(6) ? 3ul : 0)
            .With(40, 40, choices.OneIn(6) ? 1ul : 0)
            .With(41, 41, 1)
            .With(42, 42, unit.Marks > 1 ? 1ul : 0)
            .With(43, 43, unit.Marks > 0 ? 1ul : 0)
            .With(45, 45, choices.OneIn(12) ? 0ul : 1)
            .With(46, 46, 1)
            .With(63, 48, SmmuTags.SpaceOf(plan, requester, index));
        var lower = new Word(ShapeDraw.TakeTop(pages, shape, ref choices).Value);
        var upper = hasUpper ? new Word(ShapeDraw.TakeTop(pages, shape, ref choices).Value) : default;
        if (choices.OneIn(8))
        {
            var twisted = SmmuTwists.Context(low, 0, ref choices);
            if (SmmuPlan.MayBecome(plan, low, twisted)) low = twisted;
        }

        SmmuPlan.Store(plan, table.Plus(index.Value * 64ul), [low, lower, upper], Valid, into);
    }

    private static ulong LowerGranule(int granule) => granule switch
    {
        12 => 0,
        16 => 1,
        _ => 2,
    };

    private static ulong UpperGranule(int granule) => granule switch
    {
        12 => 2,
        16 => 3,
        _ => 1,
    };
}
