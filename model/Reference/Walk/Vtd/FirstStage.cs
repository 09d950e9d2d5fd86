using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The walk of first-stage tables, alone or over second-stage tables.</summary>
/// <remarks>
/// Source: VT-d chapter 3, first-stage and nested translation; chapter 9, first-stage paging entries.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class FirstStage(VtdRules rules)
{
    private const int Writable = 1;
    private const int User = 2;
    private const int Accessed = 5;
    private const int Dirty = 6;
    private const int ExtendedAccessed = 10;
    private const int NoExecuteBit = 63;

    private readonly SecondStage _second = new(rules);

    /// <summary>Where tables are, how they are tagged, and what the PASID entry says of rights.</summary>
    /// <param name="Top">The top table.</param>
    /// <param name="Levels">How many levels.</param>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Pasid">The PASID.</param>
    /// <param name="WriteProtects">Whether supervisor writes need the right to write (WPE).</param>
    /// <param name="NoExecute">Whether execution can be disabled (NXE).</param>
    /// <param name="ProtectsSupervisor">Whether supervisors execute no user pages (SMEP).</param>
    /// <param name="IsExtended">Whether a second mark of use is set (EAFE).</param>
    public readonly record struct Tables(
        Gpa Top,
        int Levels,
        uint Domain,
        Pasid Pasid,
        bool WriteProtects,
        bool NoExecute,
        bool ProtectsSupervisor,
        bool IsExtended);

    public WalkResult Of(
        VtdUnit unit, in WalkRequest request, in Tables tables, SecondStage.Tables? outer, IEntries entries)
    {
        // 1. The address is canonical.
        if (!rules.IsCanonical(request.At, tables.Levels))
            return Fault(WalkCause.AddressTooWide, VtdCode.NotCanonical);
        Span<Word> entry = stackalloc Word[1];
        var (user, writable, noExecute) = (true, true, false);
        var table = tables.Top;
        for (var level = tables.Levels; ; level--)
        {
            // 2. The entry of the level; over second-stage tables its address is one that they translate.
            var use = new EntryUse(
                EntryKind.Page, request.Requester, request.Pasid, tables.Domain, tables.Pasid.Value, 1, level,
                request.At);
            var at = table.Plus((request.At.Value >> (12 + (9 * (level - 1))) & 0x1ff) * 8);
            if (outer is { } under)
            {
                if (!rules.IsWithin(unit, new Iova(at.Value), 12 + (9 * under.Levels))) return BeyondSecond();
                var nested = _second.Of(unit, TableRead(request, at), under, entries);
                if (!nested.Reaches) return nested;
                at = nested.Output;
            }

            if (!entries.TryRead(use, at, entry))
            {
                return Fault(
                    WalkCause.Unreadable,
                    level == tables.Levels ? VtdCode.FirstTopUnreadable : VtdCode.FirstUnreadable,
                    Broken(request, tables, user, writable, noExecute));
            }

            // Of an absent entry, a reserved bit and a missing right, which is told is left open.
            var broken = Broken(request, tables, user, writable, noExecute);
            if (!entry[0].Has(0)) return Fault(WalkCause.NotPresent, VtdCode.FirstAbsent, broken);
            user &= entry[0].Has(User);
            writable &= entry[0].Has(Writable);
            noExecute |= entry[0].Has(NoExecuteBit);
            broken = Broken(request, tables, user, writable, noExecute);
            if (rules.IsFirstReserved(unit, entry[0], level))
                return Fault(WalkCause.ReservedBit, VtdCode.FirstReserved, broken);

            // 3. Used entries are marked; whether that is done if the walk fails further down is left open.
            if (tables.IsExtended && !entry[0].Has(ExtendedAccessed))
                entries.Mark(at, default(Word).Flip(ExtendedAccessed), must: false);
            if (!entry[0].Has(Accessed)) entries.Mark(at, default(Word).Flip(Accessed), must: true);
            if (!rules.IsLeaf(entry[0], level))
            {
                table = new Gpa(entry[0].Field(51, 12) << 12);
                continue;
            }

            // 4. Rights, then the output, which second-stage tables translate with the rights of the request.
            if (broken is { } code) return Fault(WalkCause.NoRight, code);
            if (request.Writes && rules.MarksChanged && !entry[0].Has(Dirty))
                entries.Mark(at, default(Word).Flip(Dirty), must: true);
            var inside = (1ul << (12 + (9 * (level - 1)))) - 1;
            var output = new Gpa((entry[0].Field(51, 12) << 12 & ~inside) | rules.Offset(request.At, level));
            return Finish(unit, request, output, level, outer, entries);
        }
    }

    private WalkResult Finish(
        VtdUnit unit, in WalkRequest request, Gpa output, int level, SecondStage.Tables? outer, IEntries entries)
    {
        if (outer is { } under)
        {
            return rules.IsWithin(unit, new Iova(output.Value), 12 + (9 * under.Levels))
                ? _second.Of(unit, request with { At = new Iova(output.Value) }, under, entries)
                : BeyondSecond();
        }

        return VtdOutput.IsRefused(output, level, entries)
            ? WalkResult.Of(new WalkFault(WalkCause.BadOutput, [VtdCode.ScalableInterruptAddress], Logging.May))
            : WalkResult.To(output);
    }

    // A guest address that second-stage tables of its width cannot have; texts differ on how it is told.
    private static WalkResult BeyondSecond() => WalkResult.Of(new WalkFault(
        WalkCause.AddressTooWide,
        [VtdCode.BeyondSecondWidth, VtdCode.FirstBeyondSecondWidth, VtdCode.BeyondHost], Logging.Must));

    private static WalkRequest TableRead(in WalkRequest request, Gpa at) =>
        request with { At = new Iova(at.Value), Kind = DmaKind.Read };

    private static int? Broken(in WalkRequest request, in Tables tables, bool user, bool writable, bool noExecute)
    {
        if (!request.Privileged && !user) return VtdCode.UserBlocked;
        if (request.Kind == DmaKind.Execute
            && ((tables.NoExecute && noExecute) || (request.Privileged && tables.ProtectsSupervisor && user)))
            return VtdCode.ExecuteDisabled;
        return request.Writes && !writable && (!request.Privileged || tables.WriteProtects)
            ? VtdCode.ScalableNoWrite
            : null;
    }

    private static WalkResult Fault(WalkCause cause, int code, int? also = null) =>
        WalkResult.Of(new WalkFault(cause, also is { } other ? [code, other] : [code], Logging.Must));
}
