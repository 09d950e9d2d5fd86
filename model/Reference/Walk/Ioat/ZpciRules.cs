using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The decisions about tables of PCI functions, one method each; a faulty unit overrides one.</summary>
public class ZpciRules
{
    // Bits of region, segment and page entries of which nothing is told.
    private const ulong UntoldOfRegion = 0x3d10;
    private const ulong UntoldOfSegment = 0x1d3;
    private const ulong UntoldOfFrame = 0xff9d3;
    private const ulong UntoldOfPage = 0x9ff;

    /// <summary>What the sources say.</summary>
    public static ZpciRules Standard { get; } = new();

    /// <summary>Whether a function has tables.</summary>
    public virtual bool HasTables(Word designation) => designation != default;

    /// <summary>Whether an address is one that the tables of a function translate.</summary>
    public virtual bool IsWithin(ZpciUnit unit, Iova at, Iova first) =>
        at.Value >= first.Value && at.Value <= unit.Last.Value;

    /// <summary>Whether tables from a level on have an entry for an address.</summary>
    public virtual bool Reaches(Iova at, int level) =>
        ZpciTables.WidthOf(level) == 64 || at.Value >> ZpciTables.WidthOf(level) == 0;

    /// <summary>Whether an entry is valid.</summary>
    public virtual bool IsValid(Word entry, int level) =>
        (entry.Value & (level == 1 ? ZpciTables.NoPage : ZpciTables.NoTable)) == 0 && entry != default;

    /// <summary>Whether an entry above page entries is of the type of its level.</summary>
    public virtual bool IsOfLevel(Word entry, int level) => level == 1 || entry.Field(3, 2) == (ulong)level - 2;

    /// <summary>Whether a region entry leads to a whole table: length 3 and offset 0.</summary>
    public virtual bool IsWhole(Word entry, int level) =>
        level < 3 || (entry.Field(1, 0) == 3 && entry.Field(7, 6) == 0);

    /// <summary>Whether the part of a table to which a region entry leads has an entry for an address.</summary>
    public virtual bool HasEntry(Word entry, int level, Iova at)
    {
        var quarter = ZpciTables.IndexOf(at, level - 1) >> 9;
        return quarter >= entry.Field(7, 6) && quarter <= entry.Field(1, 0);
    }

    /// <summary>
    /// Whether an entry has a bit of which nothing is told, or leads to address 0, which may count as nothing.
    /// </summary>
    public virtual bool IsUntold(Word entry, int level) => entry.Value >> 11 == 0 || (entry.Value & level switch
    {
        1 => UntoldOfPage,
        2 when entry.Has(ZpciTables.Frame) => UntoldOfFrame,
        2 => UntoldOfSegment,
        _ => UntoldOfRegion,
    }) != 0;

    /// <summary>Whether an entry takes the right to write.</summary>
    public virtual bool IsProtected(Word entry, int level) => entry.Has(ZpciTables.Protected);

    /// <summary>Where an address is in what a leaf leads to.</summary>
    public virtual Gpa OutputOf(Word leaf, int level, Iova at)
    {
        var inside = level == 1 ? Page.Bytes - 1 : (1ul << ZpciTables.ShiftOf(2)) - 1;
        return new Gpa((leaf.Value & ~inside) | (at.Value & inside));
    }

    /// <summary>Whether what became valid counts only once it is refreshed.</summary>
    public virtual bool CachesAbsence(ZpciUnit unit) => unit.NeedsRefresh;

    /// <summary>Whether a scope covers the entries on the way of an address of a function.</summary>
    public virtual bool Covers(ZpciScope scope, RequesterId requester, Iova at, int level) => scope switch
    {
        ZpciScope.Function of => of.Requester == requester,
        ZpciScope.Pages of => of.Requester == requester && of.Range.Contains(at),
        _ => false,
    };

    /// <summary>Whether tables can be registered for a function.</summary>
    public virtual bool IsRegistrable(ZpciUnit unit, Word designation, Iova first) =>
        ZpciTables.Translates(designation) && unit.Has((int)designation.Field(4, 2))
        && first.Value >= unit.First.Value && first.Value <= unit.Last.Value;

    /// <summary>Whether a refresh of addresses that no tables translate is refused.</summary>
    public virtual bool RefusesOutside => true;

    /// <summary>The event of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) => ZpciRecord.Write(request, fault);
}
