namespace IoSpec.Contracts.Migration;

/// <summary>One of the words of a device's internal state, or of its configuration space.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct RegisterIndex(uint Value) : IScalar<RegisterIndex>, IComparable<RegisterIndex>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 8;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static RegisterIndex From(ulong raw) => new((uint)(raw & (ulong.MaxValue >> (64 - 8))));

    /// <inheritdoc/>
    public int CompareTo(RegisterIndex other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
