using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Root table, context tables and second-stage tables of legacy mode.</summary>
internal static class VtdTables
{
    /// <summary>The pages before this one are the root table and the context tables.</summary>
    public const int FirstFreePage = 8;

    private const ulong Present = 1;
    private const ulong FaultsDisabled = 2;
    private const ulong PassThrough = 2 << 2;
    private const ulong Leaf = 1 << 7;

    /// <summary>
    /// Domain ids of which none becomes another by turning two bits: under one id there are only tables of one root.
    /// </summary>
    private static readonly ulong[] Domains = [0x01, 0x0e, 0x70, 0xb5, 0xda];

    public static Gpa Root(WalkState plan) => FrameDraw.PageAt(plan, 0);

    public static ulong DomainOf(WalkState plan, RequesterId requester)
    {
        for (var i = 0; i < plan.Configuration.Devices.Count && i < Domains.Length; i++)
        {
            if (plan.Configuration.Devices[i].Requester == requester) return Domains[i];
        }

        return Domains[^1];
    }

    /// <summary>The page for the context table of a bus.</summary>
    public static Gpa Contexts(WalkState plan, RequesterId requester) =>
        FrameDraw.PageAt(plan, 1 + (int)(requester.Value >> 8 & 3));

    public static Gpa RootEntry(WalkState plan, RequesterId requester) =>
        Root(plan).Plus((requester.Value >> 8 & 0xff) * 16ul);

    public static ValueList<EntryWrite> Configure(WalkState plan, RequesterId requester, ref Choices choices)
    {
        var unit = VtdDraw.Of(plan.Configuration.Unit);
        var contexts = Contexts(plan, requester);
        var entry = contexts.Plus((requester.Value & 0xff) * 16ul);
        var passes = unit.PassThrough && choices.OneIn(16);
        var top = new TablePages(plan, FirstFreePage).Take(ref choices);
        var low = (passes ? PassThrough : top.Value) | Present | (choices.OneIn(6) ? FaultsDisabled : 0);
        return
        [
            new EntryWrite(
                entry.Plus(8), new Word((DomainOf(plan, requester) << 8) | WidthOf(plan, passes, ref choices))),
            new EntryWrite(entry, new Word(low)),
            new EntryWrite(RootEntry(plan, requester), new Word(contexts.Value | Present)),
        ];
    }

    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var entry = Contexts(plan, request.Requester).Plus((request.Requester.Value & 0xff) * 16ul);
        var top = new Gpa(plan.Memory.Now(entry).Field(51, 12) << 12);
        var levels = (int)plan.Memory.Now(entry.Plus(8)).Field(2, 0) + 2;
        var writes = new List<EntryWrite>();
        MapSecond(plan, top, levels, request.At, to, writes, new TablePages(plan, FirstFreePage), ref choices);
        return [.. writes];
    }

    /// <summary>Maps an address in second-stage tables, with a leaf of any size.</summary>
    public static void MapSecond(
        WalkState plan, Gpa top, int levels, Iova at, Gpa to, List<EntryWrite> into, TablePages pages,
        ref Choices choices)
    {
        var unit = VtdDraw.Of(plan.Configuration.Unit);

        // Now and then there is a leaf where the unit knows none, for those that can be judged by it.
        var isLarge = unit.HasLeaf(2) ? choices.OneIn(4) : SoundLevels.MayBeWrong(plan) && choices.OneIn(6);
        var level = isLarge ? 2 : 1;
        if (level == 2 && FrameDraw.Large(plan, 1ul << 21) is { } large) to = large;
        else level = 1;
        var rights = choices.Below(6) switch
        {
            0 => 1ul,
            1 => 2ul,
            _ => 3ul,
        };
        var radix = new RadixDraw(plan, pages, TableOf, (table, _) => new Word(table.Value | 3));
        radix.Map(top, levels, at, level, new Word(to.Value | rights | (level > 1 ? Leaf : 0)), into, ref choices);
    }

    /// <summary>The table that a second-stage entry leads to.</summary>
    public static Gpa? TableOf(Word entry, int level) =>
        entry.Field(1, 0) != 0 && !entry.Has(7) ? new Gpa(entry.Field(51, 12) << 12) : null;

    // The field AW: passed through, the widest; sometimes another.
    private static ulong WidthOf(WalkState plan, bool isWidest, ref Choices choices)
    {
        var unit = VtdDraw.Of(plan.Configuration.Unit);
        var widest = unit.HasWidth(3) ? 3ul : unit.HasWidth(2) ? 2ul : 1ul;
        if (isWidest || choices.OneIn(2)) return widest;
        for (var width = 1ul; width < widest; width++)
        {
            if (unit.HasWidth(width)) return width;
        }

        return widest;
    }
}
