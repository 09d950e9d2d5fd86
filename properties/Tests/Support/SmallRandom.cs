namespace IoSpec.Tests.Support;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed on every machine.</summary>
/// <param name="seed">The seed.</param>
internal sealed class SmallRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    /// <returns>Any number.</returns>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9e3779b97f4a7c15;
            var mixed = (_state ^ (_state >> 30)) * 0xbf58476d1ce4e5b9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number below a limit.</summary>
    /// <param name="limit">The limit, at least 1.</param>
    /// <returns>0 to limit - 1.</returns>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>One of several items.</summary>
    /// <typeparam name="T">The item.</typeparam>
    /// <param name="items">The items, at least one.</param>
    /// <returns>One of them.</returns>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
