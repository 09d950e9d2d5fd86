namespace IoSpec.Contracts;

/// <summary>A number of bytes.</summary>
/// <param name="Value">The count; may be zero.</param>
public readonly record struct ByteCount(ulong Value) : IScalar<ByteCount>, IComparable<ByteCount>
{
    /// <inheritdoc/>
    public static ulong Least => 1;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static ByteCount From(ulong raw) => new(raw);

    /// <inheritdoc/>
    public int CompareTo(ByteCount other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
