namespace IoSpec.Contracts.Pasids;

/// <summary>A byte of a configuration space.</summary>
/// <param name="Value">The offset from its start, below 0x1000.</param>
public readonly record struct ConfigOffset(ushort Value) : IScalar<ConfigOffset>, IComparable<ConfigOffset>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 12;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static ConfigOffset From(ulong raw) => new((ushort)(raw & 0xfff));

    /// <inheritdoc/>
    public int CompareTo(ConfigOffset other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
