using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Tables of one smallest page and one width of input addresses.</summary>
/// <remarks>
/// Source: Arm ARM D8.2. Levels count from 1, which has the smallest pages: level n here is level 4 - n there.
/// </remarks>
/// <param name="Granule">The smallest page, as a logarithm: 12, 14 or 16.</param>
/// <param name="Width">The bits of an input address.</param>
/// <param name="Start">The level of the first table.</param>
public readonly record struct TableShape(int Granule, int Width, int Start)
{
    /// <summary>The tables of stage 1: as few levels as the width needs.</summary>
    /// <param name="granule">The smallest page, as a logarithm.</param>
    /// <param name="width">The bits of an input address.</param>
    /// <returns>The tables.</returns>
    public static TableShape Of(int granule, int width) =>
        new(granule, width, Math.Max(1, (width - granule + granule - 4) / (granule - 3)));

    /// <summary>The bits of the first table's size: tables side by side count as one.</summary>
    public int TopBits => 3 + Width - Low(Start);

    /// <summary>The lowest bit of an input address that a level looks at.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The bit.</returns>
    public int Low(int level) => Granule + ((level - 1) * (Granule - 3));

    /// <summary>Whether a level can have leaves; the largest need output addresses of 52 bits.</summary>
    /// <param name="level">The level.</param>
    /// <param name="outputBits">The output size.</param>
    /// <returns>True if it can.</returns>
    public bool HasLeaf(int level, int outputBits) => (Granule, level) switch
    {
        (_, 1) => true,
        (12, 2 or 3) => true,
        (14 or 16, 2) => true,
        (16, 3) => outputBits == 52,
        _ => false,
    };

    /// <summary>The entry of a table for an address.</summary>
    /// <param name="table">The table.</param>
    /// <param name="at">The address.</param>
    /// <param name="level">The level of the table.</param>
    /// <returns>The address of the entry.</returns>
    public Gpa Slot(Gpa table, Iova at, int level)
    {
        var bits = level == Start ? Width - Low(level) : Granule - 3;
        return table.Plus((at.Value >> Low(level) & ((1ul << bits) - 1)) * 8);
    }

    /// <summary>The first table, aligned to its size.</summary>
    /// <param name="field">The word with the address in bits 51:4.</param>
    /// <param name="outputBits">The output size.</param>
    /// <returns>The table.</returns>
    public Gpa Top(Word field, int outputBits)
    {
        var align = outputBits == 52 ? Math.Max(6, TopBits) : TopBits;
        return new Gpa((field.Field(51, 4) << 4) & ~((1ul << align) - 1));
    }

    /// <summary>The address in an entry, from some bit on.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="low">The lowest bit.</param>
    /// <param name="outputBits">The output size.</param>
    /// <returns>The address.</returns>
    public Gpa AddressIn(Word entry, int low, int outputBits)
    {
        var high = Granule == 16 && outputBits == 52 ? entry.Field(15, 12) << 48 : 0;
        return new Gpa(high | (entry.Field(47, low) << low));
    }
}
