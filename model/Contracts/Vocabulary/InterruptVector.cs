namespace IoSpec.Contracts;

/// <summary>The number under which a processor receives an interrupt.</summary>
/// <param name="Value">The number, 0 to 255.</param>
public readonly record struct InterruptVector(byte Value) : IScalar<InterruptVector>, IComparable<InterruptVector>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 8;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static InterruptVector From(ulong raw) => new((byte)raw);

    /// <inheritdoc/>
    public int CompareTo(InterruptVector other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
