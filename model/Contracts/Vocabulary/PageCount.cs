namespace IoSpec.Contracts;

/// <summary>A number of smallest pages (4 KiB).</summary>
/// <param name="Value">The count; may be zero.</param>
public readonly record struct PageCount(ulong Value) : IScalar<PageCount>, IComparable<PageCount>
{
    /// <inheritdoc/>
    public static ulong Least => 1;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static PageCount From(ulong raw) => new(raw);

    /// <inheritdoc/>
    public int CompareTo(PageCount other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
