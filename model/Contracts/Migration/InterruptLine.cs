namespace IoSpec.Contracts.Migration;

/// <summary>Where an interrupt arrives: what an eventfd is on Linux.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct InterruptLine(uint Value) : IScalar<InterruptLine>, IComparable<InterruptLine>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 16;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static InterruptLine From(ulong raw) => new((uint)(raw & (ulong.MaxValue >> (64 - 16))));

    /// <inheritdoc/>
    public int CompareTo(InterruptLine other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"{Value}";
}
