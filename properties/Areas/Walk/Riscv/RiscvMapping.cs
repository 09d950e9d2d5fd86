using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Riscv;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Maps addresses in the stages that a request goes through.</summary>
internal static class RiscvMapping
{
    private const ulong Page1G = 1ul << 30;
    private const ulong GuestWindow = 7 * Page1G;
    private const ulong MsiWindow = 0x1_f000_0000;
    private const ulong MsiPages = 512;
    private const ulong MsiPagesOfPage = 256;
    private const ulong AllRights = 0xdf;

    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var trail = Trail.Of(plan, WalkFormatCatalogue.Of(plan.Configuration.Unit), request);
        Gpa? device = null, process = null;
        foreach (var step in trail.Steps)
        {
            if (step.Use.Kind == EntryKind.Requester) device = step.At;
            if (step.Use.Kind == EntryKind.Pasid) process = step.At;
        }

        if (device is not { } at) return [];
        var (tc, iohgatp) = (plan.Memory.Now(at), plan.Memory.Now(at.Plus(8)));
        var fsc = process is { } own
            ? plan.Memory.Now(own.Plus(8))
            : tc.Has(5) ? default : plan.Memory.Now(at.Plus(24));
        var unit = RiscvPlan.Unit(plan);
        var (first, second) = (
            unit.FirstStage(fsc.Field(63, 60), is32: false), unit.SecondStage(iohgatp.Field(63, 60)));
        var draw = new RiscvLeaves(plan, tc.Has(8), tc.Has(7));
        if (second is null)
        {
            if (first is not null)
                draw.Map(DeviceContext.Pointer(fsc), first, request.At, to, isGuest: false, ref choices);
            return draw.Writes;
        }

        var guest = first is null ? new Gpa(request.At.Value) : to;
        if (first is null || choices.OneIn(HasMsiWindow(plan, at) ? 2 : 3))
        {
            if (first is not null) guest = new Gpa(GuestWindow | (to.Value & (Page1G - 1)));
            guest = InMsiWindow(plan, at, guest, to, first is null, draw, ref choices)
                ?? draw.MapGuest(DeviceContext.Pointer(iohgatp), second, guest, to, ref choices);
        }

        if (first is not null)
            draw.Map(DeviceContext.Pointer(fsc), first, request.At, guest, isGuest: false, ref choices);
        return draw.Writes;
    }

    /// <summary>The pages that take MSIs, and the table for them.</summary>
    public static void AddMsiWindow(Gpa context, Gpa table, List<EntryWrite> into)
    {
        into.Add(new EntryWrite(context.Plus(32), new Word((table.Value >> Page.Shift) | (1ul << 60))));
        into.Add(new EntryWrite(context.Plus(40), new Word(MsiPages - 1)));
        into.Add(new EntryWrite(context.Plus(48), new Word(MsiWindow >> Page.Shift)));
    }

    /// <summary>
    /// Leaves of a gibibyte each that change nothing, for all that a case has; and one through which tables are seen
    /// again.
    /// </summary>
    public static void AddIdentity(
        WalkState plan, Gpa top, int levels, List<EntryWrite> into, TablePages pages, ref Choices choices)
    {
        var (table, from) = (top, into.Count);
        for (var level = levels; level > 3; level--)
        {
            var below = pages.Take(ref choices);
            into.Insert(from, new EntryWrite(table, RiscvPlan.Pointer(below).Flip(0)));
            table = below;
        }

        Lead(RiscvPlan.Mirror, Start(plan.Configuration.Tables));
        foreach (var start in Gibibytes(plan)) Lead(start.Value, start);

        void Lead(ulong guest, Gpa to) => into.Insert(from, new EntryWrite(
            table.Plus((guest >> 30) * 8), new Word(RiscvPlan.Pointer(to).Value | AllRights)));
    }

    private static SortedSet<Gpa> Gibibytes(WalkState plan)
    {
        var all = new SortedSet<Gpa> { Start(plan.Configuration.Tables) };
        foreach (var region in plan.Configuration.Frames.AsSpan()) all.Add(Start(region));
        return all;
    }

    private static Gpa Start(FrameRegion region) => new(region.Start.Value & ~(Page1G - 1));

    private static bool HasMsiWindow(WalkState plan, Gpa context) =>
        RiscvPlan.Unit(plan).MsiFlat && plan.Memory.Now(context.Plus(32)).Field(63, 60) == 1;

    // Where a first stage can lead there, sometimes a page of MSIs.
    private static Gpa? InMsiWindow(
        WalkState plan, Gpa context, Gpa guest, Gpa to, bool isFixed, RiscvLeaves draw, ref Choices choices)
    {
        if (isFixed || !HasMsiWindow(plan, context) || choices.OneIn(3)) return null;
        var table = DeviceContext.Pointer(plan.Memory.Now(context.Plus(32)));
        var file = choices.Below(8ul);

        // The table has two pages, where there is room for the second one.
        if (plan.Configuration.Tables.Holds(table, new PageCount(2)) && choices.OneIn(2)) file += MsiPagesOfPage;
        var entry = table.Plus(file * 16);
        draw.Add(entry.Plus(8), default);
        draw.Add(entry, new Word(RiscvPlan.Pointer(to).Value | 7));
        return new Gpa(MsiWindow + (file << Page.Shift) + (guest.Value & (Page.Bytes - 1)));
    }
}
