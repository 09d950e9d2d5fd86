namespace IoSpec.Contracts;

/// <summary>An address space of an IOMMU and the tag of what is cached of it.</summary>
/// <param name="Value">The id.</param>
public readonly record struct DomainId(uint Value) : IScalar<DomainId>, IComparable<DomainId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 32;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static DomainId From(ulong raw) => new((uint)raw);

    /// <inheritdoc/>
    public int CompareTo(DomainId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
