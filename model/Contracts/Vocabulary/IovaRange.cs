namespace IoSpec.Contracts;

/// <summary>Addresses from the first to the last, both included, so that a range can end at 2^64 - 1.</summary>
/// <param name="First">The first address.</param>
/// <param name="Last">The last address, not below the first.</param>
public readonly record struct IovaRange(Iova First, Iova Last)
{
    /// <summary>Every address.</summary>
    public static IovaRange All => new(new Iova(0), new Iova(ulong.MaxValue));

    /// <summary>The range of whole pages from an address on.</summary>
    /// <param name="at">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="range">The range, if there is one.</param>
    /// <returns>False if the range would be empty or pass 2^64.</returns>
    public static bool TryFrom(Iova at, PageCount pages, out IovaRange range)
    {
        range = default;
        if (pages.Value == 0 || pages.Value > 1ul << (64 - Page.Shift)) return false;
        var last = unchecked(at.Value + ((pages.Value << Page.Shift) - 1));
        if (last < at.Value) return false;
        range = new IovaRange(at, new Iova(last));
        return true;
    }

    /// <summary>Whether an address is in the range.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(Iova at) => First.Value <= at.Value && at.Value <= Last.Value;

    /// <summary>Whether the whole of another range is in this one.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(IovaRange other) => Contains(other.First) && Contains(other.Last);

    /// <summary>Whether the ranges share an address.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True if they do.</returns>
    public bool Overlaps(IovaRange other) => First.Value <= other.Last.Value && other.First.Value <= Last.Value;

    /// <summary>The addresses in both ranges; call it only if they overlap.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>The common range.</returns>
    public IovaRange Intersect(IovaRange other) => new(
        new Iova(Math.Max(First.Value, other.First.Value)),
        new Iova(Math.Min(Last.Value, other.Last.Value)));
}
