using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>What a PASID entry makes of a request: pass-through, one stage, or both.</summary>
/// <remarks>Source: VT-d chapter 9, scalable-mode PASID table entry.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class PasidWalk(VtdRules rules)
{
    private const ulong First = 1;
    private const ulong Second = 2;
    private const ulong Both = 3;
    private const ulong PassThrough = 4;

    private readonly SecondStage _second = new(rules);
    private readonly FirstStage _first = new(rules);

    public WalkResult Of(
        VtdUnit unit, in WalkRequest request, ReadOnlySpan<Word> entry, EntryUse use, IEntries entries)
    {
        // 1. Present, before anything else of it counts; then reserved bits and the type of translation (PGTT).
        if (!rules.IsPresent(entry[0])) return Fault(WalkCause.NotConfigured, VtdCode.PasidAbsent);
        var type = entry[0].Field(8, 6);
        var isSupported = IsSupported(unit, type, entry);
        if (IsReserved(unit, entry))
        {
            return Fault(
                WalkCause.BadConfiguration,
                isSupported ? [VtdCode.PasidReserved] : [VtdCode.PasidReserved, VtdCode.PasidInvalid]);
        }

        if (!isSupported) return Fault(WalkCause.BadConfiguration, VtdCode.PasidInvalid);

        // 2. Execute and supervisor requests: ERE and SRE count where there is a first stage.
        if (type is First or Both)
        {
            if (request.Kind == DmaKind.Execute && !entry[2].Has(1))
                return Fault(WalkCause.KindNotAdmitted, VtdCode.ExecuteBlocked);
            if (request.Privileged && !entry[2].Has(0))
                return Fault(WalkCause.KindNotAdmitted, VtdCode.SupervisorBlocked);
        }

        // 3. The tables.
        return type switch
        {
            PassThrough => WalkResult.To(new Gpa(request.At.Value)),
            Second => InSecond(unit, request, entry, use, entries),
            First => _first.Of(unit, request, FirstTables(entry, use), null, entries),
            _ => _first.Of(unit, request, FirstTables(entry, use), SecondTables(unit, entry, use), entries),
        };
    }

    private WalkResult InSecond(
        VtdUnit unit, in WalkRequest request, ReadOnlySpan<Word> entry, EntryUse use, IEntries entries)
    {
        var tables = SecondTables(unit, entry, use);
        return rules.IsWithin(unit, request.At, 12 + (9 * tables.Levels))
            ? _second.Of(unit, request, tables, entries)
            : Fault(WalkCause.AddressTooWide, VtdCode.BeyondSecondWidth);
    }

    private static bool IsSupported(VtdUnit unit, ulong type, ReadOnlySpan<Word> entry)
    {
        var mode = entry[2].Field(3, 2);
        var first = unit.FirstStage && (mode == 0 || (mode == 1 && unit.FirstStage5Levels));
        var second = unit.SecondStage && unit.HasWidth(entry[0].Field(4, 2));
        return type switch
        {
            First => first,
            Second => second,
            Both => unit.Nested && first && second,
            PassThrough => unit.PassThrough,
            _ => false,
        };
    }

    private static bool IsReserved(VtdUnit unit, ReadOnlySpan<Word> entry) =>
        entry[0].Field(11, 10) != 0 || unit.IsPointerBeyondHost(entry[0]) || unit.IsPointerBeyondHost(entry[2])
        || (unit.DomainBits < 16 && entry[1].Field(15, unit.DomainBits) != 0);

    private static SecondStage.Tables SecondTables(VtdUnit unit, ReadOnlySpan<Word> entry, in EntryUse use) => new(
        new Gpa(entry[0].Value).PageStart(),
        (int)entry[0].Field(4, 2) + 2,
        VtdTag.Of(use, entry),
        HasMarks: unit.SecondStageMarks && entry[0].Has(9),
        IsScalable: true);

    private static FirstStage.Tables FirstTables(ReadOnlySpan<Word> entry, in EntryUse use) => new(
        new Gpa(entry[2].Value).PageStart(),
        (int)entry[2].Field(3, 2) + 4,
        VtdTag.Of(use, entry),
        use.Pasid!.Value,
        WriteProtects: entry[2].Has(4),
        NoExecute: entry[2].Has(5),
        ProtectsSupervisor: entry[2].Has(6),
        IsExtended: entry[2].Has(7));

    private static WalkResult Fault(WalkCause cause, params ReadOnlySpan<int> codes) =>
        WalkResult.Of(new WalkFault(cause, [.. codes], Logging.Must));
}
