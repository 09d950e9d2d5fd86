namespace IoSpec.Contracts;

/// <summary>A process address space of one requester.</summary>
/// <param name="Value">The id, 20 bits (PCI Express Base, PASID TLP prefix).</param>
public readonly record struct Pasid(uint Value) : IScalar<Pasid>, IComparable<Pasid>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 20;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static Pasid From(ulong raw) => new((uint)raw & 0xfffff);

    /// <inheritdoc/>
    public int CompareTo(Pasid other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
