using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The walk of legacy mode: root entry, context entry, second-stage tables.</summary>
/// <remarks>Source: VT-d chapter 3, legacy mode address translation; chapter 7, fault conditions.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class LegacyWalk(VtdRules rules)
{
    private readonly SecondStage _second = new(rules);

    public WalkResult Of(VtdUnit unit, in WalkRequest request, Gpa table, IEntries entries)
    {
        Span<Word> root = stackalloc Word[2];
        var bus = request.Requester.Value >> 8 & 0xff;
        var use = new EntryUse(EntryKind.Directory, request.Requester, null, 0, null, 0, 0, request.At);

        // 1. The root entry of the bus.
        if (!entries.TryRead(use, table.Plus(bus * 16), root))
            return Fault(WalkCause.Unreadable, VtdCode.RootUnreadable);
        if (!rules.IsPresent(root[0])) return Fault(WalkCause.NotConfigured, VtdCode.RootAbsent);
        if (rules.IsRootReserved(unit, root[0], root[1]))
            return Fault(WalkCause.BadConfiguration, VtdCode.RootReserved);

        // 2. The context entry of device and function.
        Span<Word> context = stackalloc Word[2];
        use = use with { Kind = EntryKind.Requester };
        var at = new Gpa(root[0].Value).PageStart().Plus((request.Requester.Value & 0xff) * 16);
        if (!entries.TryRead(use, at, context)) return Fault(WalkCause.Unreadable, VtdCode.ContextUnreadable);
        return Qualify(InContext(unit, request, context[0], context[1], use, entries), context[0]);
    }

    private WalkResult InContext(
        VtdUnit unit, in WalkRequest request, Word low, Word high, EntryUse use, IEntries entries)
    {
        if (!rules.IsPresent(low)) return Fault(WalkCause.NotConfigured, VtdCode.ContextAbsent);
        var isUnsupported = !LegacyContext.IsSupported(unit, low, high);
        if (rules.IsContextReserved(unit, low, high))
        {
            return Fault(
                WalkCause.BadConfiguration,
                isUnsupported ? [VtdCode.ContextReserved, VtdCode.ContextInvalid] : [VtdCode.ContextReserved]);
        }

        if (isUnsupported) return Fault(WalkCause.BadConfiguration, VtdCode.ContextInvalid);

        // 3. The kind of request: no PASID in this mode, translated addresses only where devices translate.
        if (request.Pasid is not null) return Fault(WalkCause.KindNotAdmitted, VtdCode.PasidInLegacyMode);
        var type = LegacyContext.Type(low);
        if (request.AddressType != AddressType.Untranslated)
        {
            return type == LegacyContext.DeviceTlb
                ? WalkResult.To(new Gpa(request.At.Value))
                : Fault(WalkCause.KindNotAdmitted, VtdCode.NotTranslating);
        }

        // 4. Passed through: the width has to be the largest; what else comes of it is left open.
        if (type == LegacyContext.PassThrough)
        {
            return !LegacyContext.IsWidest(unit, high) && entries.IsTaken()
                ? Fault(WalkCause.BadConfiguration, VtdCode.ContextInvalid)
                : WalkResult.To(new Gpa(request.At.Value));
        }

        // 5. The second-stage tables.
        var levels = rules.Levels(LegacyContext.Levels(high));
        if (!rules.IsWithin(unit, request.At, 12 + (9 * levels)))
            return Fault(WalkCause.AddressTooWide, VtdCode.BeyondWidth);
        var tables = new SecondStage.Tables(
            new Gpa(low.Value).PageStart(), levels, VtdTag.Of(use, [low, high]), HasMarks: false, IsScalable: false);
        return _second.Of(unit, request, tables, entries);
    }

    // Faults that are qualified are not recorded where the context entry disables their processing (FPD).
    private WalkResult Qualify(WalkResult result, Word context)
    {
        if (result.Fault is not { } fault || !LegacyContext.DisablesFaults(context)) return result;
        var anyway = fault.Codes.Count(code => rules.IsRecordedAnyway(code));
        if (anyway == fault.Codes.Count) return result;
        return WalkResult.Of(fault with { Logging = anyway == 0 ? Logging.Never : Logging.May });
    }

    private static WalkResult Fault(WalkCause cause, params ReadOnlySpan<int> codes) =>
        WalkResult.Of(new WalkFault(cause, [.. codes], Logging.Must));
}
