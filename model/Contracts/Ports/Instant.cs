namespace IoSpec.Contracts;

/// <summary>A moment of a case.</summary>
/// <param name="Nanoseconds">The time since the case began, in nanoseconds.</param>
public readonly record struct Instant(ulong Nanoseconds) : IScalar<Instant>, IComparable<Instant>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Nanoseconds;

    /// <inheritdoc/>
    public static Instant From(ulong raw) => new(raw);

    /// <summary>The moment a while later; at the latest, the last one that there is.</summary>
    /// <param name="time">How much later.</param>
    /// <returns>The moment.</returns>
    public Instant Plus(Duration time) =>
        new(Nanoseconds + Math.Min(time.Nanoseconds, ulong.MaxValue - Nanoseconds));

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <inheritdoc/>
    public override string ToString() => $"{Nanoseconds}ns";
}
