using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Riscv;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Draws leaves of any size and rights, and the tables above them.</summary>
/// <param name="plan">The state.</param>
/// <param name="marksFirst">Whether the unit marks first-stage entries (SADE).</param>
/// <param name="marksSecond">Whether the unit marks second-stage entries (GADE).</param>
internal sealed class RiscvLeaves(WalkState plan, bool marksFirst, bool marksSecond)
{
    private const ulong Contiguous = 1ul << 63;
    private const ulong User = 1 << 4;
    private const ulong Accessed = 1 << 6;
    private const ulong Dirty = 1 << 7;
    private const ulong Page64K = 1ul << 16;
    private const ulong Page2M = 1ul << 21;

    private readonly TablePages _pages = new(plan, RiscvPlan.FirstFreePage);
    private readonly List<EntryWrite> _writes = [];

    public ValueList<EntryWrite> Writes =>
        [.. _writes.Where(write => plan.Configuration.IsTable(write.At))];

    public void Add(Gpa at, Word value) => _writes.Add(new EntryWrite(at, value));

    /// <summary>Maps a guest address.</summary>
    /// <returns>The guest address: that of the leaf, if it had to become another.</returns>
    public Gpa MapGuest(Gpa top, RiscvScheme scheme, Gpa guest, Gpa to, ref Choices choices)
    {
        Map(top, scheme, new Iova(guest.Value), to, isGuest: true, ref choices);
        return guest;
    }

    public void Map(Gpa top, RiscvScheme scheme, Iova at, Gpa to, bool isGuest, ref Choices choices)
    {
        var (level, size) = choices.Below(8) switch
        {
            0 => (2, Page2M),
            1 => (1, Page64K),
            _ => (1, Page.Bytes),
        };
        var leaf = Flags(isGuest, ref choices);
        if (size > Page.Bytes)
        {
            if (FrameDraw.Aligned(plan, size, ref choices) is { } large) to = large;
            else (level, size) = (1, Page.Bytes);
        }

        if (size == Page64K) leaf |= Contiguous | (8ul << 10);
        var radix = new RadixDraw(
            plan, _pages,
            (entry, _) => entry.Has(0) && !entry.Has(1) && !entry.Has(3) ? RiscvPlan.Table(entry) : null,
            (table, _) => RiscvPlan.Pointer(table).Flip(0));
        radix.Map(
            top, scheme.Levels, at, level, new Word(RiscvPlan.Pointer(to).Value | leaf), _writes, ref choices);
    }

    // V, R, W, X; U, without which a guest has nothing; A and D, which the unit may set.
    private ulong Flags(bool isGuest, ref Choices choices)
    {
        var flags = choices.Below(8) switch
        {
            0 => 0x3ul,
            1 => 0xbul,
            2 => 0x9ul,
            3 => 0x7ul,
            _ => 0xful,
        };
        if (!choices.OneIn(isGuest ? 10 : 5)) flags |= User;
        var isMarked = isGuest ? marksSecond : marksFirst;
        if (!choices.OneIn(isMarked ? 2 : 16)) flags |= Accessed;
        if (!choices.OneIn(isMarked ? 2 : 10)) flags |= Dirty;
        return flags;
    }
}
