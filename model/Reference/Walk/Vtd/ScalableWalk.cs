using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The walk of scalable mode: root entry, context entry, PASID directory, PASID entry, tables.</summary>
/// <remarks>Source: VT-d chapter 3, scalable mode address translation; chapter 7, fault conditions.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class ScalableWalk(VtdRules rules)
{
    private readonly PasidWalk _pasid = new(rules);

    public WalkResult Of(VtdUnit unit, in WalkRequest request, Gpa table, IEntries entries)
    {
        Span<Word> root = stackalloc Word[2];
        var use = new EntryUse(EntryKind.Directory, request.Requester, null, 0, null, 0, 0, request.At);
        var (bus, devfn) = (request.Requester.Value >> 8 & 0xff, request.Requester.Value & 0xff);

        // 1. The root entry of the bus: one word for devices 0 to 15, one for 16 to 31.
        if (!entries.TryRead(use, table.Plus(bus * 16), root))
            return Fault(WalkCause.Unreadable, VtdCode.ScalableRootUnreadable);
        var half = root[(int)(devfn >> 7)];
        if (!rules.IsPresent(half)) return Fault(WalkCause.NotConfigured, VtdCode.ScalableRootAbsent);
        if (IsRootReserved(unit, half)) return Fault(WalkCause.BadConfiguration, VtdCode.ScalableRootReserved);

        // Whether the word for the other devices counts too is left open.
        if (IsRootReserved(unit, root[1 - (int)(devfn >> 7)]) && entries.IsTaken())
            return Fault(WalkCause.BadConfiguration, VtdCode.ScalableRootReserved);

        // 2. The context entry: 32 bytes.
        Span<Word> context = stackalloc Word[4];
        use = use with { Kind = EntryKind.Requester };
        var at = new Gpa(half.Value).PageStart().Plus((devfn & 0x7f) * 32);
        if (!entries.TryRead(use, at, context))
            return Fault(WalkCause.Unreadable, VtdCode.ScalableContextUnreadable);
        return Qualify(InContext(unit, request, context, use, entries), context[0]);
    }

    private WalkResult InContext(
        VtdUnit unit, in WalkRequest request, ReadOnlySpan<Word> context, EntryUse use, IEntries entries)
    {
        if (!rules.IsPresent(context[0])) return Fault(WalkCause.NotConfigured, VtdCode.ScalableContextAbsent);
        if (IsReserved(unit, context)) return Fault(WalkCause.BadConfiguration, VtdCode.ScalableContextReserved);

        // 3. The kind of request: DTE, PASIDE, the width of the PASID; without a PASID, RID_PASID.
        if (request.AddressType != AddressType.Untranslated && !context[0].Has(2))
            return Fault(WalkCause.KindNotAdmitted, VtdCode.TranslationRequestBlocked);
        if (request.Pasid is not null && !context[0].Has(3))
            return Fault(WalkCause.KindNotAdmitted, VtdCode.PasidBlocked);
        var pasid = request.Pasid ?? new Pasid((uint)context[1].Field(19, 0));
        if (pasid.Value >> ((int)context[0].Field(11, 9) + 13) != 0)
        {
            return Fault(
                WalkCause.IdTooWide,
                request.Pasid is null ? VtdCode.RequestPasidTooWide : VtdCode.PasidTooWide);
        }

        var privileged = request.Pasid is null ? context[1].Has(20) : request.Privileged;
        return InDirectory(
            unit, request with { Privileged = privileged }, new Gpa(context[0].Value).PageStart(), pasid, use, entries);
    }

    private WalkResult InDirectory(
        VtdUnit unit, in WalkRequest request, Gpa table, Pasid pasid, EntryUse use, IEntries entries)
    {
        // 4. The PASID directory entry: PASID bits 19:6.
        Span<Word> directory = stackalloc Word[1];
        use = use with { Kind = EntryKind.PasidDirectory, Pasid = pasid, Space = pasid.Value };
        if (!entries.TryRead(use, table.Plus((pasid.Value >> 6) * 8ul), directory))
            return Fault(WalkCause.Unreadable, VtdCode.DirectoryUnreadable);
        if (!rules.IsPresent(directory[0]))
            return Qualify(Fault(WalkCause.NotConfigured, VtdCode.DirectoryAbsent), directory[0]);
        if (directory[0].Field(11, 2) != 0 || unit.IsPointerBeyondHost(directory[0]))
            return Qualify(Fault(WalkCause.BadConfiguration, VtdCode.DirectoryReserved), directory[0]);

        // 5. The PASID entry: 64 bytes, PASID bits 5:0.
        Span<Word> entry = stackalloc Word[8];
        use = use with { Kind = EntryKind.Pasid };
        var at = new Gpa(directory[0].Value).PageStart().Plus((pasid.Value & 0x3f) * 64ul);
        if (!entries.TryRead(use, at, entry)) return Fault(WalkCause.Unreadable, VtdCode.PasidUnreadable);
        return Qualify(_pasid.Of(unit, request, entry, use, entries), entry[0]);
    }

    private static bool IsRootReserved(VtdUnit unit, Word half) =>
        half.Field(11, 1) != 0 || unit.IsPointerBeyondHost(half);

    private static bool IsReserved(VtdUnit unit, ReadOnlySpan<Word> context) =>
        context[0].Field(8, 5) != 0 || unit.IsPointerBeyondHost(context[0]) || context[1].Field(63, 21) != 0
        || context[2] != default || context[3] != default;

    // Fault processing is disabled (FPD). Whether that counts in a PASID entry that is not present is left open.
    private WalkResult Qualify(WalkResult result, Word entry)
    {
        if (result.Fault is not { } fault || !entry.Has(1)) return result;
        var anyway = fault.Codes.Count(code => rules.IsRecordedAnyway(code));
        if (anyway == fault.Codes.Count) return result;
        var isOpen = anyway > 0 || fault.Codes[0] is VtdCode.DirectoryAbsent or VtdCode.PasidAbsent;
        return WalkResult.Of(fault with { Logging = isOpen ? Logging.May : Logging.Never });
    }

    private static WalkResult Fault(WalkCause cause, int code) =>
        WalkResult.Of(new WalkFault(cause, [code], Logging.Must));
}
