namespace IoSpec.Contracts.Pasids;

/// <summary>A group of page requests that are answered together (PCI Express Base, PRG index).</summary>
/// <param name="Value">The index.</param>
public readonly record struct PageGroup(ushort Value) : IScalar<PageGroup>, IComparable<PageGroup>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 9;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static PageGroup From(ulong raw) => new((ushort)(raw & 0x1ff));

    /// <inheritdoc/>
    public int CompareTo(PageGroup other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
