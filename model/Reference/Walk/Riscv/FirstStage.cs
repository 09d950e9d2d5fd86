using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The walk of first-stage tables, alone or over second-stage tables.</summary>
/// <remarks>
/// Source: Privileged Architecture, virtual address translation process, with the numbers of its steps; RISC-V IOMMU,
/// ENS, SUM and SADE.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
/// <param name="second">The walk of second-stage tables.</param>
internal sealed class FirstStage(RiscvRules rules, SecondStage second)
{
    private const int Global = 5;
    private const int Accessed = 6;
    private const int Dirty = 7;

    /// <summary>Where tables are, and what the contexts say of them.</summary>
    /// <param name="Scheme">The scheme.</param>
    /// <param name="Top">The top table: a guest address where there is a second stage.</param>
    /// <param name="Space">The tag of the address space (PSCID).</param>
    /// <param name="Process">The process id, or null.</param>
    /// <param name="Sum">Whether privileged requests reach user pages (SUM).</param>
    /// <param name="Outer">The second stage.</param>
    public readonly record struct Tables(
        RiscvScheme Scheme, Gpa Top, uint Space, Pasid? Process, bool Sum, SecondStage.Tables Outer);

    public WalkResult Of(RiscvUnit unit, in WalkRequest request, in Tables tables, IEntries entries)
    {
        var (scheme, kind) = (tables.Scheme, request.Kind);

        // 0. The address fits.
        if (!rules.IsWithin(scheme, request.At)) return Fault(WalkCause.AddressTooWide, kind);
        Span<Word> word = stackalloc Word[1];
        var (table, isGlobal) = (tables.Top, false);
        for (var level = scheme.Levels; ; level--)
        {
            // 2. The entry of the level; over a second stage its address is one that it translates. The pointer to
            // the top table may be cached with its context.
            var guest = table.Plus(scheme.Slot(request.At, level));
            var outer = tables.Outer with { ForConfiguration = level == scheme.Levels };
            var nested = second.OfTable(unit, request, outer, guest, tables.Space, entries, out var isWritable);
            if (!nested.Reaches) return nested;
            var at = nested.Output;
            var use = new EntryUse(
                EntryKind.Page, request.Requester, tables.Process, tables.Outer.Tag, isGlobal ? null : tables.Space, 1,
                level, request.At);
            if (!rules.IsMemory(unit, at) || !entries.TryRead(use, new Gpa(at.Value & ~7ul), word))
                return RiscvFaults.Of(WalkCause.Unreadable, RiscvCode.Access(kind));

            // 3. and 4. Present, without reserved bits; a pointer leads on.
            var entry = scheme.Entry(word[0], at);
            if (tables.Outer.IsSwapped) entry = Swapped.Of(entry, scheme.Is32);
            if (Malformed(unit, scheme, entry, level) is { } cause) return Fault(cause, kind);
            isGlobal |= entry.Has(Global);
            if (!rules.IsLeaf(entry))
            {
                table = new Gpa(entry.Field(53, 10) << Page.Shift);
                continue;
            }

            // 5. to 8. The leaf.
            if (!IsAdmitted(request, tables, entry, entries)) return Fault(WalkCause.NoRight, kind);
            var missing = Missing(request, entry);
            if (missing == 0) return WalkResult.To(rules.Output(scheme, entry, request.At, level));
            if (!outer.IsMarkingFirst) return Fault(WalkCause.NotMarked, kind);
            if (!isWritable)
            {
                // Whether an earlier request has marked the entry already, so that nothing is missing, is not known.
                return entries.IsTaken()
                    ? WalkResult.To(rules.Output(scheme, entry, request.At, level))
                    : RiscvFaults.GuestPage(WalkCause.NoRight, kind, guest, RiscvFaults.ImplicitWrite);
            }

            Mark(tables, at, missing, entries);
            return WalkResult.To(rules.Output(scheme, entry, request.At, level));
        }
    }

    private WalkCause? Malformed(RiscvUnit unit, RiscvScheme scheme, Word entry, int level)
    {
        if (!rules.IsPresent(entry)) return WalkCause.NotPresent;
        if (rules.IsReserved(unit, entry, scheme.Is32)) return WalkCause.ReservedBit;
        return rules.IsWrongLevel(scheme, entry, level) ? WalkCause.WrongLevel : null;
    }

    // Requests without a process id are not privileged. Whether a fetch needs the right to read too is left open.
    private bool IsAdmitted(in WalkRequest request, in Tables tables, Word entry, IEntries entries)
    {
        var privileged = request.Pasid is not null && request.Privileged;
        if (!rules.Grants(entry, request.Kind) || !rules.Admits(entry, privileged, request.Kind, tables.Sum))
            return false;
        return request.Kind != DmaKind.Execute || entry.Has(1) || !entries.IsTaken();
    }

    // 7. A, and D for a write.
    private ulong Missing(in WalkRequest request, Word entry) =>
        (entry.Has(Accessed) ? 0 : 1ul << Accessed) | (rules.Changes(request) && !entry.Has(Dirty) ? 1ul << Dirty : 0);

    private void Mark(in Tables tables, Gpa at, ulong missing, IEntries entries)
    {
        if (!rules.MarksChanged) missing &= ~(1ul << Dirty);
        var bits = new Word(missing);
        if (tables.Outer.IsSwapped) bits = Swapped.Of(bits, tables.Scheme.Is32);
        if (missing != 0) entries.Mark(new Gpa(at.Value & ~7ul), tables.Scheme.InWord(bits, at), must: true);
    }

    private static WalkResult Fault(WalkCause cause, DmaKind kind) => RiscvFaults.Of(cause, RiscvCode.Page(kind));
}
