using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>The walk of host tables.</summary>
/// <remarks>
/// Source: AMD-Vi 2.2.3. Entry: PR 0, A 5, D 6, next level 11:9, address 51:12, IR 61, IW 62. Leaves that make one large
/// page (next level 7) are taken to be alike; which of them counts if they are not is not followed.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class HostTables(AmdviRules rules)
{
    private const int Accessed = 5;
    private const int Dirty = 6;

    /// <summary>Where tables are, how they are tagged, and what the device table entry says.</summary>
    /// <param name="Top">The top table.</param>
    /// <param name="Levels">How many levels; 0 for no tables.</param>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Space">The PASID of the guest tables over them; null if there are none.</param>
    /// <param name="Rights">The rights that the device table entry leaves.</param>
    /// <param name="MarksUsed">Whether the unit marks entries as used.</param>
    /// <param name="MarksChanged">Whether the unit marks entries as changed.</param>
    /// <param name="ForConfiguration">Whether an entry of a GCR3 table is sought.</param>
    /// <param name="Events">How faults are recorded.</param>
    public readonly record struct Tables(
        Gpa Top, int Levels, uint Domain, uint? Space, Access Rights, bool MarksUsed, bool MarksChanged,
        bool ForConfiguration, AmdviEvents Events);

    public WalkResult Of(in WalkRequest request, in Tables tables, IEntries entries)
    {
        var wanted = request.Wanted & Access.ReadWrite;
        var rights = rules.HostRights(Access.ReadWrite, tables.Rights, isLeaf: tables.Levels == 0);

        // 1. Without tables addresses stay what they are; the rights of the device table entry count.
        if (tables.Levels == 0)
        {
            return (rights & wanted) == wanted
                ? Output(new Gpa(request.At.Value), tables)
                : tables.Events.PageFault(WalkCause.NoRight);
        }

        // 2. The address is inside the width of the mode.
        if (!rules.IsWithin(request.At, tables.Levels)) return tables.Events.PageFault(WalkCause.AddressTooWide);
        Span<Word> entry = stackalloc Word[1];
        var table = tables.Top;
        for (var level = tables.Levels; ;)
        {
            // 3. The entry of the level: it can be read, it is present.
            var at = table.Plus((request.At.Value >> (12 + (9 * (level - 1))) & 0x1ff) * 8);
            if (!entries.TryRead(UseOf(request, tables, level), at, entry))
            {
                return tables.Events.Unreadable(
                    AmdviCode.TableUnreadable, at, isMissingRight: (rights & wanted) != wanted);
            }

            if (!rules.IsPresent(entry[0])) return tables.Events.PageFault(WalkCause.NotPresent);

            // 4. Reserved bits, then rights, which only become fewer.
            var next = (int)entry[0].Field(11, 9);
            var isLeaf = next is 0 or 7;
            if (rules.IsReserved(entry[0], isLeaf)) return tables.Events.PageFault(WalkCause.ReservedBit);
            rights = rules.HostRights(rights, (Access)entry[0].Field(62, 61), isLeaf);
            if (isLeaf) return InLeaf(request, tables, entry[0], level, (rights & wanted) == wanted, at, entries);

            // 5. A table: of a lower level; the bits of levels between are 0.
            if (!rules.IsBelow(next, level)) return tables.Events.PageFault(WalkCause.WrongLevel);
            if (!rules.AreSkippedZero(request.At, level, next))
                return tables.Events.PageFault(WalkCause.AddressTooWide);
            (table, level) = (new Gpa(entry[0].Field(51, 12) << 12), next);
        }
    }

    // 6. A leaf: of the size of its level, or of one that it tells; rights, and marks.
    private WalkResult InLeaf(
        in WalkRequest request, in Tables tables, Word leaf, int level, bool isPermitted, Gpa at, IEntries entries)
    {
        var bits = rules.LeafBits(leaf, level);
        if (bits == 0) return tables.Events.PageFault(WalkCause.WrongLevel);
        if (!isPermitted) return tables.Events.PageFault(WalkCause.NoRight);
        if (tables.MarksUsed && !leaf.Has(Accessed))
            entries.Mark(at, default(Word).Flip(Accessed), must: false);
        if (tables.MarksChanged && request.Writes && !leaf.Has(Dirty) && rules.MarksChanged)
            entries.Mark(at, default(Word).Flip(Dirty), must: true);
        var inside = bits >= 64 ? ulong.MaxValue : (1ul << bits) - 1;
        return Output(
            new Gpa((leaf.Field(51, 12) << 12 & ~inside) | rules.Offset(request.At, bits, level)), tables);
    }

    // Interrupt messages and the ranges of the bus are no memory; a fault there need not be seen as one.
    private WalkResult Output(Gpa output, in Tables tables) => rules.IsSpecial(output)
        ? tables.Events.Quiet(WalkCause.BadOutput, AmdviCode.PageFault)
        : WalkResult.To(output);

    private static EntryUse UseOf(in WalkRequest request, in Tables tables, int level) => new(
        EntryKind.Page, request.Requester, request.Pasid, tables.Domain, tables.Space, 2, level, request.At)
    {
        ForConfiguration = tables.ForConfiguration,
    };
}
