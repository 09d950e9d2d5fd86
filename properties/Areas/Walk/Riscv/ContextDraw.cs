using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Riscv;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>The stores that let a requester, or a process of it, use tables.</summary>
/// <param name="plan">The state.</param>
/// <param name="requester">The requester.</param>
/// <param name="process">The process id, or null.</param>
internal sealed class ContextDraw(WalkState plan, RequesterId requester, Pasid? process)
{
    private const ulong Valid = 1;
    private const ulong FaultsDisabled = 1 << 4;
    private const ulong HasDirectory = 1 << 5;
    private const ulong MarksBoth = 3 << 7;
    private const ulong DefaultProcess = 1 << 9;

    private readonly TablePages _pages = new(plan, RiscvPlan.FirstFreePage);
    private readonly List<EntryWrite> _writes = [];

    private RiscvUnit Unit => RiscvPlan.Unit(plan);

    public ValueList<EntryWrite> Write(ref Choices choices)
    {
        var links = new List<EntryWrite>();
        var table = RiscvPlan.Table(RiscvPlan.Ddtp(plan));
        for (var i = RiscvPlan.Levels(plan) - 1; i > 0; i--)
        {
            var slot = table.Plus(DirectoryShape.DeviceSlot(Unit, requester, i));
            table = Follow(slot, links, ref choices);
        }

        var at = table.Plus(DirectoryShape.DeviceSlot(Unit, requester, 0));
        var (tc, fsc) = (RiscvPlan.Now(plan, at), RiscvPlan.Now(plan, at.Plus(24)));
        if (process is not null && tc.Has(0) && tc.Has(5) && fsc.Field(63, 60) != 0 && !choices.OneIn(8))
            AddProcess(RiscvPlan.Unmirrored(plan, DeviceContext.Pointer(fsc)), (int)fsc.Field(63, 60), ref choices);
        else
            AddDevice(at, ref choices);
        for (var i = links.Count - 1; i >= 0; i--) _writes.Add(links[i]);
        return [.. _writes.Where(write => plan.Configuration.IsTable(write.At))];
    }

    private Gpa Follow(Gpa slot, List<EntryWrite> links, ref Choices choices)
    {
        var entry = RiscvPlan.Now(plan, slot);
        if (entry.Has(0) && plan.Configuration.IsTable(RiscvPlan.Table(entry)))
        {
            if ((entry.Value & 0xffc0_0000_0000_03fe) != 0)
                links.Add(new EntryWrite(slot, RiscvPlan.Pointer(RiscvPlan.Table(entry)).Flip(0)));
            return RiscvPlan.Table(entry);
        }

        var table = _pages.Take(ref choices);
        links.Add(new EntryWrite(slot, RiscvPlan.Pointer(table).Flip(0)));
        return table;
    }

    // While the words change, the context is not valid.
    private void AddDevice(Gpa at, ref Choices choices)
    {
        if (RiscvPlan.Now(plan, at).Has(0)) Add(at, default);
        var words = Unit.MsiFlat ? 8 : 4;
        for (var i = 4; i < words; i++) Add(at.Plus((ulong)i * 8), default);
        var stages = choices.Below(8);
        var isGuest = stages is 0 or 1 or 2 or 3 && Unit.SecondStage(8) is not null;
        var isBare = stages is 3 or 7 && (isGuest || choices.OneIn(2));
        Add(at.Plus(8), isGuest ? Second(at, ref choices) : default);
        Add(at.Plus(16), new Word((ulong)RiscvPlan.Tag(at) << 12));
        var tc = Valid | (choices.OneIn(6) ? FaultsDisabled : 0)
            | (Unit.Marks && plan.Configuration.Cache != new IommuCache(1, 1) ? MarksBoth : 0);
        if (process is not null || choices.OneIn(4))
        {
            tc |= HasDirectory | (choices.OneIn(3) ? 0 : DefaultProcess);
            var levels = Unit.ProcessBits == 20 ? 1 + choices.Below(3) : 1;
            var top = _pages.Take(ref choices);
            var seen = isGuest && choices.OneIn(3) ? RiscvPlan.Mirrored(top) : top;
            Add(at.Plus(24), new Word((seen.Value >> Page.Shift) | ((ulong)levels << 60)));
            AddProcess(top, levels, ref choices);
        }
        else
        {
            Add(at.Plus(24), isBare ? default : First(ref choices));
        }

        if (isGuest && Unit.MsiFlat && choices.OneIn(2))
            RiscvMapping.AddMsiWindow(at, _pages.Take(2, ref choices), _writes);
        Add(at, new Word(tc));
    }

    private void AddProcess(Gpa top, int levels, ref Choices choices)
    {
        var own = process ?? new Pasid(0);
        var links = new List<EntryWrite>();
        var table = top;
        for (var i = levels - 1; i > 0; i--)
            table = Follow(table.Plus(DirectoryShape.ProcessSlot(own, i)), links, ref choices);
        var at = table.Plus(DirectoryShape.ProcessSlot(own, 0));
        if (RiscvPlan.Now(plan, at).Has(0)) Add(at, default);
        Add(at.Plus(8), choices.OneIn(12) ? default : First(ref choices));
        Add(at, new Word(((ulong)RiscvPlan.Tag(at) << 12) | Valid | ((ulong)choices.Below(4) << 1)));
        for (var i = links.Count - 1; i >= 0; i--) _writes.Add(links[i]);
    }

    // iosatp.
    private Word First(ref Choices choices)
    {
        var mode = ModeOf(ref choices, (unit, mode) => unit.FirstStage(mode, is32: false) is not null);
        return new Word((_pages.Take(ref choices).Value >> Page.Shift) | (mode << 60));
    }

    // iohgatp: what tables and frames need is mapped to itself.
    private Word Second(Gpa context, ref Choices choices)
    {
        var mode = ModeOf(ref choices, (unit, mode) => unit.SecondStage(mode) is not null);
        var top = _pages.Take(4, ref choices);
        RiscvMapping.AddIdentity(plan, top, (int)mode - 5, _writes, _pages, ref choices);
        return new Word((top.Value >> Page.Shift) | ((ulong)(RiscvPlan.Tag(context) & 0xffff) << 44) | (mode << 60));
    }

    private ulong ModeOf(ref Choices choices, Func<RiscvUnit, ulong, bool> has)
    {
        var mode = 8ul + (choices.OneIn(2) ? 0ul : (ulong)choices.Below(3));
        return has(Unit, mode) ? mode : 8;
    }

    private void Add(Gpa at, Word value) => _writes.Add(new EntryWrite(at, value));
}
