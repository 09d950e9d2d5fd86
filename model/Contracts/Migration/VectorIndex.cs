namespace IoSpec.Contracts.Migration;

/// <summary>One of the interrupt vectors of a device.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct VectorIndex(uint Value) : IScalar<VectorIndex>, IComparable<VectorIndex>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 11;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static VectorIndex From(ulong raw) => new((uint)(raw & (ulong.MaxValue >> (64 - 11))));

    /// <inheritdoc/>
    public int CompareTo(VectorIndex other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
