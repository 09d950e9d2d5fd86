namespace IoSpec.Contracts;

/// <summary>An address that a device puts on its bus: what an IOMMU translates.</summary>
/// <param name="Value">The address, in bytes.</param>
public readonly record struct Iova(ulong Value) : IScalar<Iova>, IComparable<Iova>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static Iova From(ulong raw) => new(raw);

    /// <summary>The address a number of bytes further on; wraps at 2^64.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <returns>The address.</returns>
    public Iova Plus(ulong bytes) => new(unchecked(Value + bytes));

    /// <summary>The first address of the smallest page that holds this one.</summary>
    /// <returns>The address.</returns>
    public Iova PageStart() => new(Value & ~(Page.Bytes - 1));

    /// <inheritdoc/>
    public int CompareTo(Iova other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
