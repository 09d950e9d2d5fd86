using System.Numerics;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>The decisions of AMD-Vi, one method each; a faulty unit overrides one.</summary>
public class AmdviRules
{
    /// <summary>What the specification says.</summary>
    public static AmdviRules Standard { get; } = new();

    /// <summary>Whether a requester has an entry in a device table of some pages.</summary>
    public virtual bool IsDeviceWithin(RequesterId requester, PageCount pages) =>
        requester.Value < pages.Value * (Page.Bytes / 32);

    /// <summary>Whether a device table entry counts (V).</summary>
    public virtual bool IsValid(DeviceEntry entry) => entry.V;

    /// <summary>Whether a device table entry has a reserved bit.</summary>
    public virtual bool IsReserved(AmdviUnit unit, DeviceEntry entry) => DeviceLaw.IsReserved(entry);

    /// <summary>Whether a device table entry says anything of tables (TV).</summary>
    public virtual bool HasTables(DeviceEntry entry) => entry.TV;

    /// <summary>Whether the unit has host tables of so many levels.</summary>
    public virtual bool IsMode(AmdviUnit unit, int mode) => mode <= unit.HostLevels;

    /// <summary>Whether requests with a PASID are refused where there are no guest tables.</summary>
    public virtual bool RefusesPasid => true;

    /// <summary>Whether an address is inside what tables of some levels translate.</summary>
    public virtual bool IsWithin(Iova at, int levels) => levels >= 6 || at.Value >> (12 + (9 * levels)) == 0;

    /// <summary>Whether an entry of host or guest tables is present.</summary>
    public virtual bool IsPresent(Word entry) => entry.Has(0);

    /// <summary>The reserved bits of a host entry: 58:52, and 60:59 above the leaves.</summary>
    public virtual bool IsReserved(Word entry, bool isLeaf) => entry.Field(isLeaf ? 58 : 60, 52) != 0;

    /// <summary>The rights that an entry leaves to what those above it left.</summary>
    public virtual Access HostRights(Access above, Access own, bool isLeaf) => above & own;

    /// <summary>Whether a level is below another.</summary>
    public virtual bool IsBelow(int next, int level) => next < level;

    /// <summary>Whether the bits of an address are 0 that the levels between two levels would translate.</summary>
    public virtual bool AreSkippedZero(Iova at, int level, int next)
    {
        var bits = 9 * (level - 1 - next);
        return bits == 0 || (at.Value >> (12 + (9 * next)) & ((1ul << bits) - 1)) == 0;
    }

    /// <summary>The size of a leaf of a level, as a logarithm; 0 if a leaf of the level cannot have it.</summary>
    /// <remarks>Next level 0: that of the level. 7: the lowest bit of the address that is 0 tells it.</remarks>
    public virtual int LeafBits(Word entry, int level)
    {
        var least = 12 + (9 * (level - 1));
        if (entry.Field(11, 9) == 0) return least;
        var bits = 13 + BitOperations.TrailingZeroCount(~entry.Field(51, 12));
        return bits > least && bits < least + 9 ? bits : 0;
    }

    /// <summary>The part of an address that stays, below a leaf of some size.</summary>
    public virtual ulong Offset(Iova at, int bits, int level) =>
        bits >= 64 ? at.Value : at.Value & ((1ul << bits) - 1);

    /// <summary>Whether an address is one of interrupt messages, or of a range of the bus.</summary>
    public virtual bool IsSpecial(Gpa output) =>
        output.Value >> 20 == 0xfee || output.Value is >= 0xfd_0000_0000 and <= 0xff_ffff_ffff;

    /// <summary>Whether a PASID has an entry in the GCR3 table.</summary>
    public virtual bool IsPasidWithin(Pasid pasid, int bits) => pasid.Value >> bits == 0;

    /// <summary>Whether an entry of a GCR3 table is valid (V).</summary>
    public virtual bool IsPasidValid(Word entry) => entry.Has(0);

    /// <summary>Whether a linear address is canonical for its levels.</summary>
    public virtual bool IsCanonical(Iova at, int levels)
    {
        var bits = 12 + (9 * levels);
        return (ulong)((long)(at.Value << (64 - bits)) >> (64 - bits)) == at.Value;
    }

    /// <summary>The reserved bits of a guest entry: large pages above level 3, low bits of large pages.</summary>
    public virtual bool IsGuestReserved(Word entry, int level) =>
        level > 1 && entry.Has(7) && (level > 3 || entry.Field(11 + (9 * (level - 1)), 13) != 0);

    /// <summary>Whether guest tables give a request its rights.</summary>
    public virtual bool Permits(
        AmdviUnit unit, in WalkRequest request, bool user, bool writable, bool noExecute) =>
        (user || request.Privileged || !unit.UserSupervisor)
        && (writable || request.Privileged || !request.Writes)
        && !(noExecute && unit.NoExecute && request.Kind == DmaKind.Execute);

    /// <summary>Whether an entry that a write goes through is marked as changed.</summary>
    public virtual bool MarksChanged => true;

    /// <summary>Whether an entry may be cached; a device table entry may in any case.</summary>
    public virtual bool MayCache(AmdviUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        unit.CachesAbsence || use.Kind == EntryKind.Requester || content[0].Has(0);

    /// <summary>Whether a scope covers the former content of a table entry, whatever it was combined with.</summary>
    public virtual bool CoversPage(AmdviScope scope, in EntryUse use, bool isLeaf) =>
        AmdviCoverage.CoversPage(scope, use, isLeaf);

    /// <summary>Whether a scope covers a device table entry.</summary>
    public virtual bool CoversDevice(AmdviScope scope, RequesterId requester) =>
        AmdviCoverage.CoversDevice(scope, requester);

    /// <summary>The record of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) =>
        AmdviRecord.Write(request, fault);

    internal virtual AmdviEvents EventsOf(DeviceEntry entry) => new(entry.SE, SuppressesAll(entry));

    /// <summary>Whether page faults of a device are not recorded (SA).</summary>
    protected virtual bool SuppressesAll(DeviceEntry entry) => entry.SA;
}
