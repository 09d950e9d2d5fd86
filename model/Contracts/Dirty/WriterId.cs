namespace IoSpec.Contracts.Dirty;

/// <summary>One of those who write memory.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct WriterId(uint Value) : IScalar<WriterId>, IComparable<WriterId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 8;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static WriterId From(ulong raw) => new((byte)raw);

    /// <inheritdoc/>
    public int CompareTo(WriterId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
