namespace IoSpec.Contracts;

/// <summary>A span of time.</summary>
/// <param name="Nanoseconds">Its length, in nanoseconds.</param>
public readonly record struct Duration(ulong Nanoseconds) : IScalar<Duration>, IComparable<Duration>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Nanoseconds;

    /// <inheritdoc/>
    public static Duration From(ulong raw) => new(raw);

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <inheritdoc/>
    public override string ToString() => $"{Nanoseconds}ns";
}
