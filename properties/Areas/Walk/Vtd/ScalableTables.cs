using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Root table, context tables, PASID tables and page tables of scalable mode.</summary>
internal static class ScalableTables
{
    private const ulong Present = 1;
    private const ulong First = 1;
    private const ulong Second = 2;
    private const ulong Both = 3;
    private const ulong PassThrough = 4;
    private const ulong Page1G = 1ul << 30;

    public static ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices)
    {
        var pages = new TablePages(plan, VtdTables.FirstFreePage);
        var contexts = VtdTables.Contexts(plan, requester);
        var context = contexts.Plus((requester.Value & 0x7f) * 32ul);
        var root = VtdTables.RootEntry(plan, requester).Plus((requester.Value & 0x80) != 0 ? 8ul : 0);
        var now = plan.Memory.Now(context);
        var directory = now.Has(0) && !choices.OneIn(8) ? new Gpa(now.Field(51, 12) << 12) : pages.Take(ref choices);
        var own = pasid ?? new Pasid(0);
        var slot = directory.Plus(((own.Value & 0x7f) >> 6) * 8ul);
        var linked = IsKnown(plan, slot) && plan.Memory.Now(slot).Has(0);
        var table = linked ? new Gpa(plan.Memory.Now(slot).Field(51, 12) << 12) : pages.Take(ref choices);
        var writes = new List<EntryWrite>();
        AddPasid(plan, requester, table.Plus((own.Value & 0x3f) * 64ul), own, pages, writes, ref choices);
        if (IsKnown(plan, slot)) writes.Add(new EntryWrite(slot, new Word(table.Value | Present)));
        writes.Add(new EntryWrite(context.Plus(8), default));
        writes.Add(new EntryWrite(context, new Word(directory.Value | Present | (pasid is null ? 0 : 8ul))));
        writes.Add(new EntryWrite(root, new Word(contexts.Value | Present)));
        return [.. writes.Where(write => IsKnown(plan, write.At))];
    }

    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var trail = Trail.Of(plan, WalkFormatCatalogue.Of(plan.Configuration.Unit), request);
        var writes = new List<EntryWrite>();
        foreach (var step in trail.Steps)
        {
            if (step.Use.Kind != EntryKind.Pasid) continue;
            var pages = new TablePages(plan, VtdTables.FirstFreePage);
            var (first, second) = (plan.Memory.Now(step.At.Plus(16)), plan.Memory.Now(step.At));
            var type = second.Field(8, 6);
            if (type is First or Both)
                MapFirst(plan, new Gpa(first.Field(51, 12) << 12), request.At, to, writes, pages, ref choices);
            if (type is Second)
            {
                VtdTables.MapSecond(
                    plan, new Gpa(second.Field(51, 12) << 12), (int)second.Field(4, 2) + 2, request.At, to, writes,
                    pages, ref choices);
            }
        }

        return [.. writes];
    }

    private static bool IsKnown(WalkState plan, Gpa at) => plan.Configuration.IsTable(at);

    // A domain of its own for every PASID entry: requesters that have the same PASID share no tag.
    private static void AddPasid(
        WalkState plan, RequesterId requester, Gpa entry, Pasid pasid, TablePages pages, List<EntryWrite> writes,
        ref Choices choices)
    {
        var unit = VtdDraw.Of(plan.Configuration.Unit);
        var width = unit.HasWidth(2) ? 2ul : unit.HasWidth(1) ? 1ul : 3ul;
        var type = choices.Below(8) switch
        {
            < 3 when unit.FirstStage => First,
            < 5 when unit.Nested && unit.HasLeaf(3) => Both,
            5 when unit.PassThrough => PassThrough,
            _ => Second,
        };
        var (first, second) = (pages.Take(ref choices), pages.Take(ref choices));
        if (type == Both) MapIdentity(plan, second, (int)width + 2, writes, pages, ref choices);
        var flags = choices.Below(8) switch
        {
            0 => 0ul,
            1 => 3ul,
            _ => 1ul | ((ulong)choices.Below(8) << 4),
        };
        writes.Add(new EntryWrite(entry.Plus(8), new Word(VtdTables.DomainOf(plan, requester))));
        writes.Add(new EntryWrite(entry.Plus(16), new Word(first.Value | flags)));
        writes.Add(new EntryWrite(entry, new Word(
            second.Value | (type << 6) | (width << 2) | Present | (choices.OneIn(12) ? 2ul : 0)
            | (unit.SecondStageMarks && choices.OneIn(2) ? 1ul << 9 : 0))));
    }

    // Under nested tables lie two leaves of a gibibyte each, which change nothing: that is where tables and frames are.
    private static void MapIdentity(
        WalkState plan, Gpa top, int levels, List<EntryWrite> into, TablePages pages, ref Choices choices)
    {
        var table = top;
        if (levels > 3)
        {
            table = pages.Take(ref choices);
            into.Add(new EntryWrite(top, new Word(table.Value | 3)));
            if (levels > 4)
            {
                var third = pages.Take(ref choices);
                into.Add(new EntryWrite(table, new Word(third.Value | 3)));
                table = third;
            }
        }

        var from = into.Count;
        for (var i = 0ul; i < 2; i++)
            into.Insert(from, new EntryWrite(table.Plus(i * 8), new Word((i * Page1G) | 0x83)));
    }

    private static void MapFirst(
        WalkState plan, Gpa top, Iova at, Gpa to, List<EntryWrite> into, TablePages pages, ref Choices choices)
    {
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
        radix.Map(top, 4, at, level, new Word(to.Value | rights | (level > 1 ? 0x80ul : 0)), into, ref choices);
    }
}
