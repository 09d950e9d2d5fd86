namespace IoSpec.Contracts;

/// <summary>A virtual address of a host process.</summary>
/// <param name="Value">The address, in bytes.</param>
public readonly record struct Hva(ulong Value) : IScalar<Hva>, IComparable<Hva>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static Hva From(ulong raw) => new(raw);

    /// <summary>The address a number of bytes further on; wraps at 2^64.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <returns>The address.</returns>
    public Hva Plus(ulong bytes) => new(unchecked(Value + bytes));

    /// <summary>The first address of the smallest page that holds this one.</summary>
    /// <returns>The address.</returns>
    public Hva PageStart() => new(Value & ~(Page.Bytes - 1));

    /// <inheritdoc/>
    public int CompareTo(Hva other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
