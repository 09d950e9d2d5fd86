namespace IoSpec.Contracts.Host;

/// <summary>One of a host's guests, by its place in the configuration.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct GuestId(uint Value) : IScalar<GuestId>, IComparable<GuestId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 8;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static GuestId From(ulong raw) => new((byte)raw);

    /// <inheritdoc/>
    public int CompareTo(GuestId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
