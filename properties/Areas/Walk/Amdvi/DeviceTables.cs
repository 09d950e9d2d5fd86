using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Amdvi;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Device table entries, and the entries of GCR3 tables under them.</summary>
internal static class DeviceTables
{
    public static ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices)
    {
        var unit = AmdviPlan.UnitOf(plan);
        var pages = AmdviPlan.PagesOf(plan);
        var writes = new List<EntryWrite>();
        var at = AmdviPlan.EntryOf(plan, requester);
        var hasGuest = unit.GuestTables && (pasid is not null ? !choices.OneIn(16) : choices.OneIn(4));
        var mode = ModeOf(unit, hasGuest, ref choices);
        var top = mode == 0 ? default : pages.Take(ref choices);
        Word[] words =
        [
            new Word(top.Value | 3)
                .With(11, 9, (ulong)mode).With(62, 61, AmdviPlan.Rights(8, ref choices))
                .With(8, 7, MarksOf(unit, ref choices)),
            new Word(AmdviPlan.DomainOf(plan, requester))
                .With(33, 33, choices.OneIn(10) ? 1ul : 0).With(34, 34, choices.OneIn(8) ? 1ul : 0),
            default, default,
        ];
        if (hasGuest) AddGuest(plan, unit, words, pasid, at, pages, writes, ref choices);
        if (hasGuest && mode > 0) AmdviMapping.MapSame(plan, top, mode, Memory(plan), writes, pages, ref choices);
        Store(plan, at, words, writes);
        return [.. writes.Where(write => plan.Configuration.IsTable(write.At))];
    }

    // Guest tables lie over none, or over such of three levels and more, whose leaves hold much at once.
    private static int ModeOf(AmdviUnit unit, bool hasGuest, ref Choices choices)
    {
        if (hasGuest) return choices.OneIn(2) ? 0 : Math.Min(unit.HostLevels, 3 + choices.Below(3));
        return choices.Below(16) switch
        {
            0 => 0,
            1 => 1,
            2 or 3 => 2,
            < 9 => 3,
            < 13 => 4,
            _ => unit.HostLevels,
        };
    }

    private static ulong MarksOf(AmdviUnit unit, ref Choices choices)
    {
        if (!unit.HostAccessed || choices.OneIn(3)) return 0;
        return unit.HostDirty && !choices.OneIn(4) ? 3ul : 1;
    }

    // An entry that has guest tables already keeps its GCR3 table, so that other PASIDs stay what they are.
    private static void AddGuest(
        WalkState plan, AmdviUnit unit, Word[] words, Pasid? pasid, Gpa at, TablePages pages, List<EntryWrite> into,
        ref Choices choices)
    {
        var before = AmdviPlan.WordsAt(plan, at);
        var now = new DeviceEntry(before);
        var keeps = now.V && now.GV && !choices.OneIn(8);
        var table = keeps ? now.GCR3 : pages.Take(ref choices);
        var above = keeps ? now.GLX : choices.Below(unit.Gcr3Levels);
        var levels = keeps ? now.GPM : choices.Below(unit.GuestLevels - 3);
        var isAlone = unit.GuestWithoutPasid && (pasid is null || choices.OneIn(3));
        words[0] = words[0].With(54, 54, isAlone ? 1ul : 0).With(55, 55, 1).With(57, 56, (ulong)above)
            .With(60, 58, table.Value >> 12);
        words[1] = words[1].With(31, 16, table.Value >> 15).With(63, 43, table.Value >> 31);
        words[2] = words[2].With(55, 54, (ulong)levels);
        var index = (pasid?.Value ?? 0) & 0x1ff;
        for (var level = above; level > 0; level--)
        {
            if (!plan.Configuration.IsTable(table)) return;
            var link = plan.Memory.Now(table);
            var below = link.Has(0) ? new Gpa(link.Field(51, 12) << 12) : pages.Take(ref choices);
            into.Add(new EntryWrite(table, new Word(below.Value | 1)));
            table = below;
        }

        into.Insert(0, new EntryWrite(table.Plus(index * 8ul), new Word(pages.Take(ref choices).Value | 1)));
    }

    private static Gpa[] Memory(WalkState plan) => [plan.Configuration.Tables.Start, .. Regions(plan)];

    private static IEnumerable<Gpa> Regions(WalkState plan)
    {
        for (var i = 0; i < plan.Configuration.Frames.Count; i++) yield return plan.Configuration.Frames[i].Start;
    }

    // Not valid, then what counts, then valid.
    private static void Store(WalkState plan, Gpa at, Word[] words, List<EntryWrite> into)
    {
        if (plan.Configuration.IsTable(at) && plan.Memory.Now(at).Has(0))
            into.Add(new EntryWrite(at, plan.Memory.Now(at).With(1, 1, 0)));
        for (var i = 1; i < words.Length; i++) into.Add(new EntryWrite(at.Plus((ulong)i * 8), words[i]));
        into.Add(new EntryWrite(at, words[0]));
    }
}
