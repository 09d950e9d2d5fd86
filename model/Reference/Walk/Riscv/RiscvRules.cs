using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The decisions of the RISC-V IOMMU, one method each; a faulty unit overrides one.</summary>
public class RiscvRules
{
    private const int SoftwareLow = 59;

    /// <summary>What the specification says.</summary>
    public static RiscvRules Standard { get; } = new();

    /// <summary>Whether an entry is valid (V).</summary>
    public virtual bool IsPresent(Word entry) => entry.Has(0);

    /// <summary>The reserved bits of an entry that leads to a directory: 9:1 and 63:54.</summary>
    public virtual bool IsDirectoryReserved(Word entry) => entry.Field(9, 1) != 0 || entry.Field(63, 54) != 0;

    /// <summary>Whether a valid device context is misconfigured.</summary>
    public virtual bool IsMisconfigured(RiscvUnit unit, in DeviceContext context) =>
        DeviceContextLaw.IsMisconfigured(unit, context);

    /// <summary>Whether a valid process context is misconfigured: bits 11:3 and 63:32 are reserved.</summary>
    public virtual bool IsMisconfigured(RiscvUnit unit, Word ta, Word fsc, bool is32) =>
        ta.Field(11, 3) != 0 || ta.Field(63, 32) != 0 || DeviceContextLaw.IsPointerReserved(fsc)
        || !DeviceContextLaw.HasFirst(unit, fsc, is32);

    /// <summary>Whether a device id fits the levels of the directory.</summary>
    public virtual bool IsDeviceWithin(RiscvUnit unit, RequesterId device, int levels) =>
        device.Value >> DirectoryShape.DeviceBits(unit, levels) == 0;

    /// <summary>Whether a process id fits the levels of the directory.</summary>
    public virtual bool IsProcessWithin(Pasid process, int levels) =>
        process.Value >> DirectoryShape.ProcessBits(levels) == 0;

    /// <summary>Whether a privileged request is admitted (ENS).</summary>
    public virtual bool AdmitsPrivileged(Word ta) => ta.Has(1);

    /// <summary>Whether an address fits a first-stage scheme: the bits above are its sign, or 0 for 32 bits.</summary>
    public virtual bool IsWithin(RiscvScheme scheme, Iova at)
    {
        if (scheme.Is32) return at.Value >> scheme.Width == 0;
        return (long)(at.Value << (64 - scheme.Width)) >> (64 - scheme.Width) == (long)at.Value;
    }

    /// <summary>Whether a guest address fits a second-stage scheme; with SXL it has at most 34 bits.</summary>
    public virtual bool IsGuestWithin(RiscvScheme scheme, Gpa at, bool is32) =>
        at.Value >> (is32 ? Math.Min(34, scheme.Width) : scheme.Width) == 0;

    /// <summary>Whether an address is one that memory can have (PAS).</summary>
    public virtual bool IsMemory(RiscvUnit unit, Gpa at) => at.Value >> unit.MemoryWidth == 0;

    /// <summary>Whether a valid entry is a leaf: it can be read or executed.</summary>
    public virtual bool IsLeaf(Word entry) => entry.Has(1) || entry.Has(3);

    /// <summary>
    /// The reserved bits and encodings of a valid page table entry: W without R, bits 58:54, memory types, what
    /// software has where it has not, and of a pointer also D, A, U and memory types.
    /// </summary>
    public virtual bool IsReserved(RiscvUnit unit, Word entry, bool is32)
    {
        if (entry.Has(2) && !entry.Has(1)) return true;
        if (!IsLeaf(entry) && (entry.Has(4) || entry.Has(6) || entry.Has(7))) return true;
        if (is32) return false;
        var type = entry.Field(62, 61);
        return entry.Field(58, 54) != 0
            || (entry.Field(60, SoftwareLow) != 0 && !unit.SoftwareBits)
            || type == 3 || (type != 0 && (!unit.MemoryTypes || !IsLeaf(entry)));
    }

    /// <summary>
    /// Whether a valid entry is of a kind that its level cannot have: a pointer at the last, a misaligned superpage,
    /// contiguous pages (N) elsewhere than at the last or of another size than 64 KiB.
    /// </summary>
    public virtual bool IsWrongLevel(RiscvScheme scheme, Word entry, int level)
    {
        if (!scheme.Is32 && entry.Has(63) && (level > 1 || entry.Field(13, 10) != 8)) return true;
        if (!IsLeaf(entry)) return level == 1;
        return level > 1 && entry.Field(9 + (scheme.IndexBits * (level - 1)), 10) != 0;
    }

    /// <summary>Whether a leaf grants what a request wants, apart from privilege.</summary>
    public virtual bool Grants(Word leaf, DmaKind kind) => kind switch
    {
        DmaKind.Execute => leaf.Has(3),
        DmaKind.Read => leaf.Has(1),
        _ => leaf.Has(2),
    };

    /// <summary>Whether a first-stage leaf is open to requests of a privilege (U, SUM).</summary>
    public virtual bool Admits(Word leaf, bool privileged, DmaKind kind, bool sum) => privileged
        ? !leaf.Has(4) || (sum && kind != DmaKind.Execute)
        : leaf.Has(4);

    /// <summary>Whether a second-stage leaf is open at all: requests are never privileged there (U).</summary>
    public virtual bool AdmitsGuest(Word leaf) => leaf.Has(4);

    /// <summary>Where a leaf of a level leads.</summary>
    public virtual Gpa Output(RiscvScheme scheme, Word leaf, Iova at, int level)
    {
        var shift = !scheme.Is32 && leaf.Has(63) ? Page.Shift + 4 : scheme.Shift(level);
        var inside = (1ul << shift) - 1;
        return new Gpa((leaf.Field(53, 10) << Page.Shift & ~inside) | (at.Value & inside));
    }

    /// <summary>Whether a request changes the page that it reaches.</summary>
    public virtual bool Changes(in WalkRequest request) => request.Writes;

    /// <summary>The number of an interrupt file in its table.</summary>
    public virtual ulong File(ulong file) => file;

    /// <summary>Whether a leaf that a write goes through is marked as changed.</summary>
    public virtual bool MarksChanged => true;

    /// <summary>The table address of a process directory: a guest address where there is a second stage.</summary>
    public virtual bool IsDirectoryGuest => true;

    /// <summary>Whether a fault is recorded although the device context disables that (DTF).</summary>
    public virtual bool IsRecordedAnyway(int code) => code is RiscvCode.AllDisallowed or RiscvCode.DeviceUnreadable
        or RiscvCode.DeviceAbsent or RiscvCode.DeviceMisconfigured or RiscvCode.DeviceCorrupt
        or RiscvCode.InternalError or RiscvCode.MessageUnwritable;

    /// <summary>The address that the record of a guest-page fault has.</summary>
    public virtual Gpa GuestAddress(Gpa guest, Gpa memory) => guest;

    /// <summary>Whether an entry may be cached: only what is valid.</summary>
    public virtual bool MayCache(in EntryUse use, ReadOnlySpan<Word> content) => content[0].Has(0);

    /// <summary>The record of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) =>
        RiscvRecord.Write(request, fault);

    /// <summary>Whether a command covers the former content of an entry.</summary>
    public virtual bool Covers(RiscvScope scope, in EntryUse use, ReadOnlySpan<Word> content) =>
        RiscvCoverage.Covers(scope, use, content);
}
