namespace IoSpec.Contracts.Zpci;

/// <summary>What a guest names a function by; bit 31 tells that it is enabled.</summary>
/// <param name="Value">The handle.</param>
public readonly record struct FunctionHandle(uint Value) : IScalar<FunctionHandle>, IComparable<FunctionHandle>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 32;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <summary>Whether it is the handle of an enabled function.</summary>
    public bool IsEnabled => Value >> 31 != 0;

    /// <inheritdoc/>
    public static FunctionHandle From(ulong raw) => new((uint)raw);

    /// <inheritdoc/>
    public int CompareTo(FunctionHandle other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x8}";
}
