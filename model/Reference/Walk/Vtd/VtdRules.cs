using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The decisions of VT-d, one method each; a faulty unit overrides one.</summary>
public class VtdRules
{
    /// <summary>What the specification says.</summary>
    public static VtdRules Standard { get; } = new();

    /// <summary>How many levels the tables of a context in legacy mode have, of which its entry says so many.</summary>
    public virtual int Levels(int asked) => asked;

    /// <summary>Whether interrupt messages that are blocked are recorded.</summary>
    public virtual bool RecordsMessages => true;

    /// <summary>Whether a root, context, PASID directory or PASID entry is present.</summary>
    public virtual bool IsPresent(Word low) => low.Has(0);

    /// <summary>The reserved bits of a legacy root entry: bits 11:1 and the whole second word.</summary>
    public virtual bool IsRootReserved(VtdUnit unit, Word low, Word high) =>
        low.Field(11, 1) != 0 || unit.IsPointerBeyondHost(low) || high != default;

    /// <summary>The reserved bits of a legacy context entry.</summary>
    public virtual bool IsContextReserved(VtdUnit unit, Word low, Word high) =>
        low.Field(11, 4) != 0 || unit.IsPointerBeyondHost(low) || high.Has(7) || high.Field(63, 24) != 0
        || (unit.DomainBits < 16 && high.Field(23, 8 + unit.DomainBits) != 0);

    /// <summary>Whether an address is inside what tables of a width translate.</summary>
    public virtual bool IsWithin(VtdUnit unit, Iova at, int width) =>
        Math.Min(width, unit.GuestWidth) >= 64 || at.Value >> Math.Min(width, unit.GuestWidth) == 0;

    /// <summary>Whether a second-stage entry is present: some right is granted.</summary>
    public virtual bool IsSecondPresent(Word entry) => entry.Field(1, 0) != 0;

    /// <summary>The rights that an entry of second-stage tables leaves to what the levels above left.</summary>
    public virtual Access SecondRights(Access above, Word entry, bool isLeaf) => above & (Access)entry.Field(1, 0);

    /// <summary>Whether an entry is a leaf.</summary>
    public virtual bool IsLeaf(Word entry, int level) => level == 1 || entry.Has(7);

    /// <summary>
    /// The reserved bits of a second-stage entry, apart from those that the specification leaves open.
    /// </summary>
    public virtual bool IsSecondReserved(VtdUnit unit, Word entry, int level)
    {
        if (unit.IsBeyondHost(entry)) return true;
        if (!IsLeaf(entry, level)) return false;
        if (entry.Has(11) && !unit.SnoopControl && !unit.ScalableMode) return true;
        return level > 1 && entry.Field((9 * level) + 2, 12) != 0;
    }

    /// <summary>Whether a second-stage leaf is at a level that can have none.</summary>
    public virtual bool IsWrongLevel(VtdUnit unit, Word entry, int level) =>
        level > 1 && entry.Has(7) && !unit.HasLeaf(level);

    /// <summary>The reserved bits of a first-stage entry.</summary>
    public virtual bool IsFirstReserved(VtdUnit unit, Word entry, int level)
    {
        if (unit.IsBeyondHost(entry)) return true;
        if (level == 1 || !entry.Has(7)) return false;
        return level switch
        {
            2 => entry.Field(20, 13) != 0,
            3 => !unit.FirstStage1G || entry.Field(29, 13) != 0,
            _ => true,
        };
    }

    /// <summary>Whether a linear address is canonical for its levels.</summary>
    public virtual bool IsCanonical(Iova at, int levels)
    {
        var bits = 12 + (9 * levels);
        var sign = (long)(at.Value << (64 - bits)) >> (64 - bits);
        return (ulong)sign == at.Value;
    }

    /// <summary>The part of an address that stays, below a leaf of a level.</summary>
    public virtual ulong Offset(Iova at, int level) => at.Value & ((1ul << (12 + (9 * (level - 1)))) - 1);

    /// <summary>Whether a fault is recorded although its processing is disabled: it is not qualified.</summary>
    public virtual bool IsRecordedAnyway(int code) => code is
        VtdCode.RootAbsent or VtdCode.RootUnreadable or VtdCode.ContextUnreadable or VtdCode.RootReserved
        or VtdCode.ContextReserved or VtdCode.DirectoryUnreadable or VtdCode.PasidUnreadable
        or VtdCode.ScalableRootUnreadable or VtdCode.ScalableRootAbsent or VtdCode.ScalableRootReserved
        or VtdCode.ScalableContextUnreadable or VtdCode.ScalableContextReserved;

    /// <summary>Whether an entry that a write goes through is marked as changed.</summary>
    public virtual bool MarksChanged => true;

    /// <summary>Whether an entry may be cached: without caching mode only what is present and without errors.</summary>
    public virtual bool MayCache(VtdUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        unit.CachingMode || VtdErrors.IsSound(this, unit, use, content);

    /// <summary>Whether messages in the compatible format pass: CFIS without EIME.</summary>
    public virtual bool PassesCompatible(Word switches, Word table) => switches.Has(1) && !table.Has(11);

    /// <summary>Whether an index is inside the table of interrupts: of 2^(S+1) entries.</summary>
    public virtual bool IsInTable(uint index, Word table) => index >> (int)(table.Field(3, 0) + 1) == 0;

    /// <summary>The reserved bits of an entry of an interrupt, without posting: IM is one of them.</summary>
    public virtual bool IsInterruptReserved(Word low, Word high) =>
        low.Field(15, 12) != 0 || low.Field(31, 24) != 0 || high.Field(63, 20) != 0;

    /// <summary>Whether the entry of an interrupt admits a requester: SVT 19:18, SQ 17:16, SID 15:0.</summary>
    public virtual bool Admits(RequesterId requester, Word high) => high.Field(19, 18) switch
    {
        0 => true,
        1 => (((ulong)requester.Value ^ high.Field(15, 0)) & ~VtdOrigin.Ignored(high.Field(17, 16)) & 0xffff) == 0,
        2 => requester.Value >> 8 >= high.Field(15, 8) && requester.Value >> 8 <= high.Field(7, 0),
        _ => false,
    };

    /// <summary>The record of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) => VtdRecord.Write(request, fault);

    /// <summary>Whether a scope of an invalidation covers the former content of an entry.</summary>
    public virtual bool Covers(VtdScope scope, in EntryUse use, bool isLeaf, uint domain) =>
        VtdCoverage.Covers(scope, use, isLeaf, domain);
}
