namespace IoSpec.Contracts;

/// <summary>
/// Who sends a request on a bus: bus, device and function with segment, StreamID, endpoint, LIOBN or function handle.
/// </summary>
/// <param name="Value">The id, up to 32 bits.</param>
public readonly record struct RequesterId(uint Value) : IScalar<RequesterId>, IComparable<RequesterId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 32;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static RequesterId From(ulong raw) => new((uint)raw);

    /// <inheritdoc/>
    public int CompareTo(RequesterId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
