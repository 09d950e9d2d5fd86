namespace IoSpec.Contracts;

/// <summary>A processor to which interrupts are delivered.</summary>
/// <param name="Value">The id of its interrupt controller, 32 bits (x2APIC).</param>
public readonly record struct ProcessorId(uint Value) : IScalar<ProcessorId>, IComparable<ProcessorId>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 32;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static ProcessorId From(ulong raw) => new((uint)raw);

    /// <inheritdoc/>
    public int CompareTo(ProcessorId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x}";
}
