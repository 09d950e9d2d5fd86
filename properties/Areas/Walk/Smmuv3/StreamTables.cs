using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Stream table entries and what they lead to.</summary>
internal static class StreamTables
{
    private const ulong Bypass = 4;
    private const ulong First = 5;
    private const ulong Second = 6;
    private const ulong Both = 7;

    public static ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices)
    {
        var unit = SmmuPlan.UnitOf(plan);
        var pages = new TablePages(plan, SmmuPlan.FirstFreePage);
        var writes = new List<EntryWrite>();
        var config = ConfigOf(unit, ref choices);
        var at = SmmuPlan.EntryOf(plan, requester);
        Word[] words = [new Word(1 | (config << 1)), new Word(1ul << 44), default, default];
        if (pasid is not null || choices.OneIn(4)) words[1] = Override(unit, words[1], ref choices);
        if (unit.Stage2) words[2] = words[2].With(15, 0, SmmuTags.MachineOf(plan, requester));
        if (config is Second or Both) AddSecond(plan, unit, words, config == Both, pages, writes, ref choices);
        if (config is First or Both) AddFirst(plan, unit, requester, pasid, at, words, pages, writes, ref choices);
        if (choices.OneIn(8)) Break(plan, words, ref choices);
        SmmuPlan.Store(plan, at, words, validBit: 0, writes);
        if (SmmuPlan.IsTwoLevel(plan))
        {
            // An array of all 64 streams; sometimes a shorter one, of which not all streams of the page are.
            var span = choices.OneIn(6) ? 1 + choices.Below(7ul) : 7;
            writes.Add(new EntryWrite(
                SmmuPlan.DirectoryOf(plan, requester), new Word(SmmuPlan.ArrayOf(plan, requester).Value | span)));
        }

        return [.. writes.Where(write => plan.Configuration.IsTable(write.At))];
    }

    // One setting becomes another.
    private static void Break(WalkState plan, Word[] words, ref Choices choices)
    {
        var index = choices.OneIn(2) ? 2 : choices.Below(words.Length);
        var twisted = SmmuTwists.Stream(words[index], index, ref choices);
        if (SmmuPlan.MayBecome(plan, words[index], twisted)) words[index] = twisted;
    }

    private static ulong ConfigOf(SmmuUnit unit, ref Choices choices)
    {
        if (choices.OneIn(16)) return Bypass;
        if (!unit.Stage2) return First;
        if (!unit.Stage1) return Second;
        return choices.Below(8) switch
        {
            < 3 => First,
            < 5 => Second,
            _ => Both,
        };
    }

    private static Word Override(SmmuUnit unit, Word word, ref Choices choices) => unit.OverridesRights
        ? word.With(49, 48, (ulong)choices.Below(4)).With(51, 50, choices.OneIn(4) ? (ulong)choices.Below(4) : 0)
        : word;

    private static void AddSecond(
        WalkState plan, SmmuUnit unit, Word[] words, bool isNested, TablePages pages, List<EntryWrite> into,
        ref Choices choices)
    {
        var granule = SmmuPlan.Granule(unit, ref choices);
        var (field, start) = SecondTables.Width(unit, granule, ref choices);
        var encoded = granule switch
        {
            12 => 0ul,
            16 => 1ul,
            _ => 2ul,
        };
        words[2] = words[2]
            .With(37, 32, (ulong)field).With(39, 38, (ulong)start).With(47, 46, encoded)
            .With(50, 48, choices.OneIn(4) ? 2ul : 5ul).With(51, 51, 1)
            .With(53, 53, choices.OneIn(8) ? 1ul : 0)
            .With(54, 54, choices.OneIn(4) ? 1ul : 0)
            .With(55, 55, unit.Marks > 1 ? 1ul : 0)
            .With(56, 56, unit.Marks > 0 ? 1ul : 0)
            .With(58, 58, choices.OneIn(12) ? 0ul : 1);
        var shape = SecondTables.ShapeOf(new StreamEntry(words))!.Value;
        words[3] = new Word(ShapeDraw.TakeTop(pages, shape, ref choices).Value);
        if (!isNested) return;
        SecondTables.MapSame(
            plan, new StreamEntry(words), SecondTables.Memory(plan), into, pages, ref choices);
    }

    // An entry that has substreams already keeps its table, so that they stay what they are.
    private static void AddFirst(
        WalkState plan, SmmuUnit unit, RequesterId requester, Pasid? pasid, Gpa at, Word[] words, TablePages pages,
        List<EntryWrite> into, ref Choices choices)
    {
        var now = plan.Configuration.IsTable(at) ? plan.Memory.Now(at) : default;
        var hasTable = now.Has(0) && now.Field(63, 59) != 0 && !choices.OneIn(8);
        var bits = unit.SubstreamBits == 0 || (pasid is null && choices.OneIn(2)) ? 0 : 2 + (ulong)choices.Below(3);
        var isTwoLevel = bits > 0 && unit.TwoLevelContexts && choices.OneIn(2);
        if (isTwoLevel) bits = 8;
        words[0] = hasTable
            ? words[0].With(63, 4, now.Field(63, 4))
            : words[0].With(63, 59, bits).With(5, 4, isTwoLevel ? 1ul : 0)
                .With(55, 6, pages.Take(ref choices).Value >> 6);
        words[1] = words[1].With(1, 0, choices.OneIn(4) ? (ulong)choices.Below(3) : pasid is null ? 2ul : 0);
        var entry = new StreamEntry(words);
        var index = entry.S1CDMax > 0 ? (pasid?.Value ?? 0) & 1 : 0;
        var table = entry.S1ContextPtr;
        if (entry.S1CDMax > 0 && entry.S1Fmt == 1 && plan.Configuration.IsTable(table))
        {
            var link = plan.Memory.Now(table);
            var below = link.Has(0) ? new Gpa(link.Field(51, 12) << 12) : pages.Take(ref choices);
            into.Add(new EntryWrite(table, new Word(below.Value | 1)));
            table = below;
        }

        ContextTables.Add(plan, unit, requester, new Pasid(index), table, pages, into, ref choices);
    }
}
