using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The walk of a function's tables.</summary>
/// <remarks>
/// Source: Linux drivers/iommu/s390-iommu.c, which makes such tables; QEMU hw/s390x/s390-pci-bus.c, which walks them.
/// </remarks>
/// <param name="rules">The decisions of the sources.</param>
internal sealed class ZpciWalk(ZpciRules rules)
{
    public WalkResult Of(ZpciUnit unit, in WalkRequest request, IEntries entries)
    {
        // 1. The function has tables.
        var use = new EntryUse(EntryKind.Register, request.Requester, null, 0, null, 0, 0, request.At);
        var designation = entries.Read(use, UnitRegister.Function);
        if (!rules.HasTables(designation)) return Quiet(WalkCause.NotConfigured, ZpciCode.NoTables);

        // 2. The address is one that they translate.
        var first = new Iova(entries.Read(use, UnitRegister.FirstAddress).Value);
        var level = ZpciTables.LevelOf(designation);
        if (!rules.IsWithin(unit, request.At, first)) return Quiet(WalkCause.AddressTooWide, ZpciCode.OutOfRange);
        if (!rules.Reaches(request.At, level)) return Quiet(WalkCause.AddressTooWide, ZpciCode.OutOfRange);

        // 3. Where a refresh fills what is cached, it starts empty.
        var shadow = use with { Kind = EntryKind.Directory };
        return entries.Read(shadow, UnitRegister.Shadow) == default
            ? Fault(WalkCause.NotPresent, ZpciCode.Protection)
            : InTables(request, ZpciTables.OriginOf(designation), level, entries);
    }

    /// <summary>Whether an entry is one that a refresh passes over, or through, without an error.</summary>
    public bool IsSound(Word entry, int level) => entry != default
        && (!rules.IsValid(entry, level)
            || (rules.IsOfLevel(entry, level) && rules.IsWhole(entry, level) && !rules.IsUntold(entry, level)));

    private WalkResult InTables(in WalkRequest request, Gpa table, int level, IEntries entries)
    {
        Span<Word> entry = stackalloc Word[1];
        for (var isProtected = false; ; level--)
        {
            // 4. The entry of the level: it can be read, it is valid.
            var at = ZpciTables.EntryOf(table, request.At, level);
            var use = new EntryUse(EntryKind.Page, request.Requester, null, 0, null, 1, level, request.At);
            if (!entries.TryRead(use, at, entry))
                return Quiet(WalkCause.Unreadable, ZpciCode.InvalidEntry, ZpciCode.Protection);
            if (!rules.IsValid(entry[0], level))
            {
                return entry[0] == default
                    ? Fault(WalkCause.NotPresent, ZpciCode.InvalidEntry, ZpciCode.Protection)
                    : Fault(WalkCause.NotPresent, ZpciCode.Protection);
            }

            // 5. It is of its level. Whether it may lead to a part of a table, or have bits untold, is left open.
            if (!rules.IsOfLevel(entry[0], level))
                return Fault(WalkCause.WrongLevel, ZpciCode.TableType, ZpciCode.Protection);
            if (!rules.IsWhole(entry[0], level) && (!rules.HasEntry(entry[0], level, request.At) || entries.IsTaken()))
                return Fault(WalkCause.ReservedBit, ZpciCode.LengthOrOffset, ZpciCode.Protection);
            if (rules.IsUntold(entry[0], level) && entries.IsTaken())
                return Fault(WalkCause.ReservedBit, ZpciCode.InvalidEntry, ZpciCode.Protection);

            // 6. Protection of any level takes the right to write.
            isProtected |= rules.IsProtected(entry[0], level);
            if (!ZpciTables.IsLeaf(entry[0], level))
            {
                table = ZpciTables.TableOf(entry[0], level);
                continue;
            }

            return isProtected && request.Writes
                ? Fault(WalkCause.NoRight, ZpciCode.Protection)
                : WalkResult.To(rules.OutputOf(entry[0], level, request.At));
        }
    }

    private static WalkResult Fault(WalkCause cause, params ReadOnlySpan<int> codes) =>
        WalkResult.Of(new WalkFault(cause, [.. codes], Logging.Must));

    private static WalkResult Quiet(WalkCause cause, params ReadOnlySpan<int> codes) =>
        WalkResult.Of(new WalkFault(cause, [.. codes], Logging.May));
}
