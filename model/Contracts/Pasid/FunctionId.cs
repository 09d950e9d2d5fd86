namespace IoSpec.Contracts.Pasids;

/// <summary>A function of the device: the physical one, or one of its virtual functions.</summary>
/// <param name="Value">0 for the physical function, n for its n-th virtual function.</param>
public readonly record struct FunctionId(byte Value) : IScalar<FunctionId>, IComparable<FunctionId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 8;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static FunctionId From(ulong raw) => new((byte)raw);

    /// <inheritdoc/>
    public int CompareTo(FunctionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
