using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The levels of tables: 5 region first, 4 region second, 3 region third, 2 segment, 1 page.</summary>
/// <remarks>
/// Source: Linux arch/s390/include/asm/pci_dma.h. IOTA: T 11, DT 4:2 (0 segment, 1 to 3 region third to first), origin
/// 63:12. Region entry: origin 63:14, protection 9, offset 7:6, invalid 5, type 3:2, length 1:0. Segment entry: origin
/// 63:11, or with FC 10 the frame 63:20; protection 9, invalid 5, type 3:2. Page entry: frame 63:12, invalid 10,
/// protection 9.
/// </remarks>
public static class ZpciTables
{
    /// <summary>A page entry that is invalid.</summary>
    public const ulong NoPage = 0x400;

    /// <summary>An entry above that is invalid.</summary>
    public const ulong NoTable = 0x20;

    /// <summary>The bit of a segment entry that makes it lead to a frame of 1 MiB.</summary>
    public const int Frame = 10;

    /// <summary>The bit that takes the right to write.</summary>
    public const int Protected = 9;

    private const int Translated = 11;

    /// <summary>The level of the first table of a designation.</summary>
    /// <param name="designation">The designation.</param>
    /// <returns>The level, from 2 to 5; more for what designates no table.</returns>
    public static int LevelOf(Word designation) => 2 + (int)designation.Field(4, 2);

    /// <summary>Whether a designation says that tables translate (T).</summary>
    /// <param name="designation">The designation.</param>
    /// <returns>False if addresses stay what they are.</returns>
    public static bool Translates(Word designation) => designation.Has(Translated);

    /// <summary>Where the first table is.</summary>
    /// <param name="designation">The designation.</param>
    /// <returns>Its address.</returns>
    public static Gpa OriginOf(Word designation) => new(designation.Value & ~0xffful);

    /// <summary>The designation of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="level">Its level.</param>
    /// <returns>The designation.</returns>
    public static Word Designate(Gpa table, int level) =>
        new(table.Value | (1ul << Translated) | ((ulong)(level - 2) << 2));

    /// <summary>The lowest bit of an address that an entry of a level translates.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The bit.</returns>
    public static int ShiftOf(int level) => level == 1 ? Page.Shift : 20 + (11 * (level - 2));

    /// <summary>The number of bits that tables from a level on translate.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The width, 64 for all.</returns>
    public static int WidthOf(int level) => Math.Min(64, ShiftOf(level) + 11);

    /// <summary>The number of an entry in its table.</summary>
    /// <param name="at">The address.</param>
    /// <param name="level">The level.</param>
    /// <returns>The number, of 256 page entries or of 2048 others.</returns>
    public static ulong IndexOf(Iova at, int level) => at.Value >> ShiftOf(level) & (level == 1 ? 0xfful : 0x7ff);

    /// <summary>The entry of a level for an address.</summary>
    /// <param name="table">The table.</param>
    /// <param name="at">The address.</param>
    /// <param name="level">The level.</param>
    /// <returns>Its address.</returns>
    public static Gpa EntryOf(Gpa table, Iova at, int level) => table.Plus(IndexOf(at, level) * 8);

    /// <summary>Whether an entry leads to memory.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="level">Its level.</param>
    /// <returns>False if it leads to a table.</returns>
    public static bool IsLeaf(Word entry, int level) => level == 1 || (level == 2 && entry.Has(Frame));

    /// <summary>The table to which an entry leads.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="level">Its level, above that of page entries.</param>
    /// <returns>The table.</returns>
    public static Gpa TableOf(Word entry, int level) => new(entry.Value & ~(level == 2 ? 0x7fful : 0x3ffful));

    /// <summary>An entry that leads to a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="level">The level of the entry.</param>
    /// <returns>The entry.</returns>
    public static Word Link(Gpa table, int level) =>
        level == 2 ? new Word(table.Value) : new Word(table.Value | ((ulong)(level - 2) << 2) | 3);
}
