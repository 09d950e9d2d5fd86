using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The walk of second-stage tables, for a request or for the entry of a table.</summary>
/// <remarks>
/// Source: Privileged Architecture, two-stage address translation, with the numbers of the steps of its virtual address
/// translation process; RISC-V IOMMU, GADE.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class SecondStage(RiscvRules rules)
{
    private const int Accessed = 6;
    private const int Dirty = 7;

    /// <summary>Where tables are, and what the device context says of them.</summary>
    /// <param name="Scheme">The scheme; null if the stage is Bare.</param>
    /// <param name="Top">The top table.</param>
    /// <param name="Tag">The tag of the virtual machine.</param>
    /// <param name="IsMarking">Whether the unit marks entries (GADE).</param>
    /// <param name="IsMarkingFirst">Whether it marks those of the first stage too (SADE).</param>
    /// <param name="Is32">Whether guest addresses have at most 34 bits (SXL).</param>
    /// <param name="IsSwapped">Whether directories and first-stage tables are in the other byte order (SBE).</param>
    /// <param name="ForConfiguration">Whether it is for a pointer that is cached with a context.</param>
    public readonly record struct Tables(
        RiscvScheme? Scheme,
        Gpa Top,
        uint Tag,
        bool IsMarking,
        bool IsMarkingFirst,
        bool Is32,
        bool IsSwapped,
        bool ForConfiguration)
    {
        /// <summary>What a device context says.</summary>
        public static Tables Of(RiscvUnit unit, in DeviceContext context)
        {
            var mode = DeviceContext.Mode(context.Iohgatp);
            return new Tables(
                mode == 0 ? null : unit.SecondStage(mode), DeviceContext.Pointer(context.Iohgatp),
                RiscvTag.Of(context.Iohgatp), context.GADE, context.SADE, context.SXL,
                context.SBE != unit.BigEndian, ForConfiguration: false);
        }
    }

    /// <summary>Translates the guest address of a request.</summary>
    public WalkResult Of(RiscvUnit unit, in WalkRequest request, in Tables tables, Gpa at, IEntries entries) =>
        Walk(unit, request, tables, new Target(at, request.Kind, RiscvFaults.Explicit, null), entries, out _);

    /// <summary>Translates the guest address of an entry that is read for a request.</summary>
    public WalkResult OfTable(
        RiscvUnit unit, in WalkRequest request, in Tables tables, Gpa at, uint? space, IEntries entries,
        out bool isWritable) =>
        Walk(
            unit, request, tables, new Target(at, DmaKind.Read, RiscvFaults.Implicit, space), entries, out isWritable);

    private WalkResult Walk(
        RiscvUnit unit, in WalkRequest request, in Tables tables, in Target target, IEntries entries,
        out bool isWritable)
    {
        isWritable = true;
        if (tables.Scheme is not { } scheme) return WalkResult.To(target.At);
        isWritable = false;
        var (input, kind) = (new Iova(target.At.Value), request.Kind);

        // 0. The address fits.
        if (!rules.IsGuestWithin(scheme, target.At, tables.Is32))
            return RiscvFaults.GuestPage(WalkCause.AddressTooWide, kind, target.At, target.Access);
        Span<Word> word = stackalloc Word[1];
        var table = tables.Top;
        for (var level = scheme.Levels; ; level--)
        {
            // 2. The entry of the level.
            var at = table.Plus(scheme.Slot(input, level));
            var use = new EntryUse(
                EntryKind.Page, request.Requester, request.Pasid, tables.Tag, target.Space, 2, level, input)
            {
                ForConfiguration = tables.ForConfiguration,
            };
            if (!rules.IsMemory(unit, at) || !entries.TryRead(use, new Gpa(at.Value & ~7ul), word))
                return RiscvFaults.Of(WalkCause.Unreadable, RiscvCode.Access(kind));

            // 3. and 4. Present, without reserved bits; a pointer leads on.
            var entry = scheme.Entry(word[0], at);
            if (Malformed(unit, scheme, entry, level) is { } cause)
                return RiscvFaults.GuestPage(cause, kind, target.At, target.Access);
            if (!rules.IsLeaf(entry))
            {
                table = new Gpa(entry.Field(53, 10) << Page.Shift);
                continue;
            }

            // 5. to 8. The leaf: an implicit access needs the right to read, whatever the request wants.
            var needs = target with { At = rules.GuestAddress(target.At, rules.Output(scheme, entry, input, level)) };
            if (!rules.Grants(entry, target.Kind) || !rules.AdmitsGuest(entry))
                return RiscvFaults.GuestPage(WalkCause.NoRight, kind, needs.At, target.Access);
            if (!IsMarked(tables, target, scheme, entry, at, entries))
                return RiscvFaults.GuestPage(WalkCause.NotMarked, kind, needs.At, target.Access);
            isWritable = entry.Has(2);
            return WalkResult.To(rules.Output(scheme, entry, input, level));
        }
    }

    private WalkCause? Malformed(RiscvUnit unit, RiscvScheme scheme, Word entry, int level)
    {
        if (!rules.IsPresent(entry)) return WalkCause.NotPresent;
        if (rules.IsReserved(unit, entry, scheme.Is32)) return WalkCause.ReservedBit;
        return rules.IsWrongLevel(scheme, entry, level) ? WalkCause.WrongLevel : null;
    }

    // 7. A, and D for a write: the unit sets them (GADE), or it is a fault. An implicit access may set D too, if the
    // entries that it is for can be marked; and it may not take place at all where they are cached.
    private bool IsMarked(
        in Tables tables, in Target target, RiscvScheme scheme, Word entry, Gpa at, IEntries entries)
    {
        var isImplicit = target.Access != RiscvFaults.Explicit;
        var writes = target.Kind is DmaKind.Write or DmaKind.Atomic;
        var missing = (entry.Has(Accessed) ? 0 : 1ul << Accessed) | (writes && !entry.Has(Dirty) ? 1ul << Dirty : 0);
        if (missing != 0 && !tables.IsMarking) return false;
        var own = new Gpa(at.Value & ~7ul);
        if (isImplicit && tables.IsMarking && tables.IsMarkingFirst && entry.Has(2) && !entry.Has(Dirty))
            entries.Mark(own, scheme.InWord(new Word(1ul << Dirty), at), must: false);
        if (!rules.MarksChanged) missing &= ~(1ul << Dirty);
        if (missing != 0) entries.Mark(own, scheme.InWord(new Word(missing), at), must: !isImplicit);
        return true;
    }

    // What is translated, and for which access.
    private readonly record struct Target(Gpa At, DmaKind Kind, int Access, uint? Space);
}
