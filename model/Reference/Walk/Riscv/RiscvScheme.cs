using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>A page-based scheme of addresses.</summary>
/// <remarks>Source: Privileged Architecture, Sv32, Sv39, Sv48, Sv57 and their guest forms with two more bits.</remarks>
/// <param name="Levels">How many levels.</param>
/// <param name="IndexBits">The bits of an address that a level below the top uses.</param>
/// <param name="IsGuest">Whether it is for guest addresses: two more bits at the top, and no sign.</param>
public sealed record RiscvScheme(int Levels, int IndexBits, bool IsGuest)
{
    /// <summary>Two levels, entries of four bytes.</summary>
    public static RiscvScheme Sv32 { get; } = new(2, 10, IsGuest: false);

    /// <summary>Three levels.</summary>
    public static RiscvScheme Sv39 { get; } = new(3, 9, IsGuest: false);

    /// <summary>Four levels.</summary>
    public static RiscvScheme Sv48 { get; } = new(4, 9, IsGuest: false);

    /// <summary>Five levels.</summary>
    public static RiscvScheme Sv57 { get; } = new(5, 9, IsGuest: false);

    /// <summary>Two levels, entries of four bytes, for guest addresses.</summary>
    public static RiscvScheme Sv32x4 { get; } = new(2, 10, IsGuest: true);

    /// <summary>Three levels, for guest addresses.</summary>
    public static RiscvScheme Sv39x4 { get; } = new(3, 9, IsGuest: true);

    /// <summary>Four levels, for guest addresses.</summary>
    public static RiscvScheme Sv48x4 { get; } = new(4, 9, IsGuest: true);

    /// <summary>Five levels, for guest addresses.</summary>
    public static RiscvScheme Sv57x4 { get; } = new(5, 9, IsGuest: true);

    /// <summary>Whether entries have four bytes.</summary>
    public bool Is32 => IndexBits == 10;

    /// <summary>The width of an address, in bits.</summary>
    public int Width => Page.Shift + (Levels * IndexBits) + (IsGuest ? 2 : 0);

    /// <summary>The bits of an address inside a leaf of a level.</summary>
    /// <param name="level">The level, from 1.</param>
    /// <returns>Their number.</returns>
    public int Shift(int level) => Page.Shift + (IndexBits * (level - 1));

    /// <summary>Where the entry of a level for an address is in its table, in bytes.</summary>
    /// <param name="at">The address.</param>
    /// <param name="level">The level.</param>
    /// <returns>The offset.</returns>
    public ulong Slot(Iova at, int level)
    {
        var bits = IndexBits + (IsGuest && level == Levels ? 2 : 0);
        return (at.Value >> Shift(level) & ((1ul << bits) - 1)) * (Is32 ? 4ul : 8ul);
    }

    /// <summary>The entry in a word that holds one or two.</summary>
    /// <param name="word">The word.</param>
    /// <param name="at">The address of the entry.</param>
    /// <returns>The entry.</returns>
    internal Word Entry(Word word, Gpa at) =>
        Is32 ? new Word(word.Value >> (int)(8 * (at.Value & 4)) & uint.MaxValue) : word;

    /// <summary>Bits of an entry as bits of the word that holds it.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="at">The address of the entry.</param>
    /// <returns>The bits of the word.</returns>
    internal Word InWord(Word bits, Gpa at) => Is32 ? new Word(bits.Value << (int)(8 * (at.Value & 4))) : bits;
}
