namespace IoSpec.Contracts;

/// <summary>An address in the host's physical memory.</summary>
/// <param name="Value">The address, in bytes.</param>
public readonly record struct Hpa(ulong Value) : IScalar<Hpa>, IComparable<Hpa>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static Hpa From(ulong raw) => new(raw);

    /// <summary>The address a number of bytes further on; wraps at 2^64.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <returns>The address.</returns>
    public Hpa Plus(ulong bytes) => new(unchecked(Value + bytes));

    /// <summary>The first address of the smallest page that holds this one.</summary>
    /// <returns>The address.</returns>
    public Hpa PageStart() => new(Value & ~(Page.Bytes - 1));

    /// <inheritdoc/>
    public int CompareTo(Hpa other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
