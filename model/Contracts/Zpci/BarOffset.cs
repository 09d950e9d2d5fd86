namespace IoSpec.Contracts.Zpci;

/// <summary>An offset in an address space of a function, in bytes.</summary>
/// <param name="Value">The offset.</param>
public readonly record struct BarOffset(ulong Value) : IScalar<BarOffset>, IComparable<BarOffset>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 48;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static BarOffset From(ulong raw) => new(raw & (ulong.MaxValue >> 16));

    /// <summary>The offset some bytes further.</summary>
    /// <param name="bytes">How many.</param>
    /// <returns>The offset.</returns>
    public BarOffset Plus(ulong bytes) => new(Value + bytes);

    /// <inheritdoc/>
    public int CompareTo(BarOffset other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
