namespace IoSpec.Contracts.Pasids;

/// <summary>Which extended capability it is (PCI Express Base, extended capability header).</summary>
/// <param name="Value">The id; 0 is the null capability.</param>
public readonly record struct CapabilityId(ushort Value) : IScalar<CapabilityId>, IComparable<CapabilityId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 16;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static CapabilityId From(ulong raw) => new((ushort)raw);

    /// <inheritdoc/>
    public int CompareTo(CapabilityId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
