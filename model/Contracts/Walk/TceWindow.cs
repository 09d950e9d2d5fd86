namespace IoSpec.Contracts.Walk;

/// <summary>A part of a requester's addresses, which the entries of one table translate.</summary>
/// <param name="Requester">The requester: the number of the first window of its host bridge.</param>
/// <param name="Number">The logical I/O bus number (LIOBN).</param>
/// <param name="Start">The first address.</param>
/// <param name="PageShift">The size of a page, as a logarithm: 12 or more.</param>
/// <param name="Size">How large the window is.</param>
/// <param name="Kept">How much of its end a harness has entries of its own for: no case has to do with it.</param>
/// <param name="Table">Where its table is: a word for each page.</param>
public readonly record struct TceWindow(
    RequesterId Requester, RequesterId Number, Iova Start, int PageShift, ByteCount Size, ByteCount Kept, Gpa Table)
{
    /// <summary>Whether an address is in the window.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool Holds(Iova at) => at.Value - Start.Value < Size.Value;

    /// <summary>Whether an address is in the part that cases use.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool IsOpen(Iova at) => at.Value - Start.Value < Size.Value - Kept.Value;

    /// <summary>The entry of an address in the window.</summary>
    /// <param name="at">The address.</param>
    /// <returns>Where it is.</returns>
    public Gpa EntryOf(Iova at) => Table.Plus(((at.Value - Start.Value) >> PageShift) * 8);

    /// <summary>The first address that an entry translates.</summary>
    /// <param name="entry">Where the entry is.</param>
    /// <returns>The address; null if the entry is none of the window's.</returns>
    public Iova? AddressOf(Gpa entry)
    {
        var index = (entry.Value - Table.Value) / 8;
        return index < Size.Value >> PageShift ? Start.Plus(index << PageShift) : null;
    }

    /// <summary>How many pages of memory its table has.</summary>
    /// <returns>The pages, the last one in part.</returns>
    public PageCount PagesOfTable() => new((((Size.Value >> PageShift) * 8) + Page.Bytes - 1) >> Page.Shift);
}
