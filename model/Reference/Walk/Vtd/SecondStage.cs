using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The walk of second-stage tables.</summary>
/// <remarks>Source: VT-d chapter 3, second-stage translation; chapter 9, second-stage paging entries.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class SecondStage(VtdRules rules)
{
    private const int Accessed = 8;
    private const int Dirty = 9;

    /// <summary>Where tables are and how they are tagged.</summary>
    /// <param name="Top">The top table.</param>
    /// <param name="Levels">How many levels.</param>
    /// <param name="Domain">The domain id.</param>
    /// <param name="HasMarks">Whether the unit marks entries as used and changed.</param>
    /// <param name="IsScalable">Whether the codes are those of scalable mode.</param>
    public readonly record struct Tables(Gpa Top, int Levels, uint Domain, bool HasMarks, bool IsScalable);

    public WalkResult Of(VtdUnit unit, in WalkRequest request, in Tables tables, IEntries entries)
    {
        Span<Word> entry = stackalloc Word[1];
        var rights = Access.ReadWrite | Access.Execute;
        var table = tables.Top;
        var wanted = request.Wanted & Access.ReadWrite;
        for (var level = tables.Levels; ; level--)
        {
            // 1. The entry of the level.
            var use = new EntryUse(
                EntryKind.Page, request.Requester, request.Pasid, tables.Domain, null, 2, level, request.At);
            var at = table.Plus((request.At.Value >> (12 + (9 * (level - 1))) & 0x1ff) * 8);
            var missing = (rights & wanted) != wanted;
            if (!entries.TryRead(use, at, entry))
            {
                return Unreadable(level == tables.Levels, missing, request, tables);
            }

            // 2. Present, reserved bits, rights: what comes first where several speak against it is left open.
            if (!rules.IsSecondPresent(entry[0])) return Absent(missing, request, tables);
            var isLeaf = rules.IsLeaf(entry[0], level);
            rights = rules.SecondRights(rights, entry[0], isLeaf);
            missing = (rights & wanted) != wanted;
            if (Reserved(unit, entry[0], level, entries) is { } cause)
            {
                var code = Code(tables, VtdCode.EntryReserved, VtdCode.SecondReserved);
                return Fault(cause, code, missing, request, tables);
            }

            if (tables.HasMarks && !entry[0].Has(Accessed)) entries.Mark(at, default(Word).Flip(Accessed), must: true);
            if (!isLeaf)
            {
                table = new Gpa(entry[0].Field(51, 12) << 12);
                continue;
            }

            // 3. The leaf.
            if (missing) return NoRight(request, tables);
            if (tables.HasMarks && request.Writes && !entry[0].Has(Dirty))
                entries.Mark(at, default(Word).Flip(Dirty), must: true);
            var frame = entry[0].Field(51, 12) << 12 & ~Inside(level);
            return Output(new Gpa(frame | rules.Offset(request.At, level)), level, tables, entries);
        }
    }

    private static ulong Inside(int level) => (1ul << (12 + (9 * (level - 1)))) - 1;

    // Bits 11 and 62 above the leaves, bit 62 of a leaf, and bit 11 of a leaf where there is scalable mode, are
    // reserved in some revisions and ignored in others.
    private WalkCause? Reserved(VtdUnit unit, Word entry, int level, IEntries entries)
    {
        if (rules.IsWrongLevel(unit, entry, level)) return WalkCause.WrongLevel;
        if (rules.IsSecondReserved(unit, entry, level)) return WalkCause.ReservedBit;
        var isOpen = entry.Has(62)
            || (entry.Has(11) && (!rules.IsLeaf(entry, level) || (unit.ScalableMode && !unit.SnoopControl)));
        return isOpen && entries.IsTaken() ? WalkCause.ReservedBit : null;
    }

    // The top table is named by the entry above: in legacy mode its fault may be told as one of that entry.
    private static WalkResult Unreadable(bool isTop, bool missing, in WalkRequest request, in Tables tables)
    {
        var code = (tables.IsScalable, isTop) switch
        {
            (true, true) => VtdCode.SecondTopUnreadable,
            (true, false) => VtdCode.SecondUnreadable,
            (false, true) => VtdCode.ContextInvalid,
            _ => VtdCode.TableUnreadable,
        };
        var result = Fault(WalkCause.Unreadable, code, missing, request, tables);
        return isTop && !tables.IsScalable
            ? WalkResult.Of(result.Fault! with { Codes = [.. result.Fault!.Codes, VtdCode.TableUnreadable] })
            : result;
    }

    private static WalkResult Absent(bool missing, in WalkRequest request, in Tables tables) => tables.IsScalable
        ? Fault(WalkCause.NotPresent, VtdCode.SecondAbsent, missing: true, request, tables)
        : Fault(WalkCause.NotPresent, request.Writes ? VtdCode.NoWrite : VtdCode.NoRead, missing, request, tables);

    private static WalkResult NoRight(in WalkRequest request, in Tables tables)
    {
        var (write, read) = Codes(tables);
        ValueList<int> codes = request.Kind switch
        {
            DmaKind.Write => [write],
            DmaKind.Atomic => [write, read],
            _ => [read],
        };
        return WalkResult.Of(new WalkFault(WalkCause.NoRight, codes, Logging.Must));
    }

    // An address of interrupt messages is never an address of memory; its fault need not be seen as one.
    private static WalkResult Output(Gpa output, int level, in Tables tables, IEntries entries) =>
        VtdOutput.IsRefused(output, level, entries)
        ? WalkResult.Of(new WalkFault(
            WalkCause.BadOutput, [Code(tables, VtdCode.InterruptAddress, VtdCode.ScalableInterruptAddress)],
            Logging.May))
        : WalkResult.To(output);

    // If a right was missing before, that may be told instead.
    private static WalkResult Fault(WalkCause cause, int code, bool missing, in WalkRequest request, in Tables tables)
    {
        var (write, read) = Codes(tables);
        ValueList<int> codes = (missing, request.Kind) switch
        {
            (false, not DmaKind.Atomic) => [code],
            (_, DmaKind.Write) => [code, write],
            (_, DmaKind.Atomic) => [code, write, read],
            _ => [code, read],
        };
        return WalkResult.Of(new WalkFault(cause, codes, Logging.Must));
    }

    private static (int Write, int Read) Codes(in Tables tables) => tables.IsScalable
        ? (VtdCode.ScalableNoWrite, VtdCode.ScalableNoRead)
        : (VtdCode.NoWrite, VtdCode.NoRead);

    private static int Code(in Tables tables, int legacy, int scalable) => tables.IsScalable ? scalable : legacy;
}
