namespace IoSpec.Engine;

/// <summary>Makes independent seeds out of one.</summary>
public static class Mix
{
    /// <summary>The seed of a case, computable without any other case.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="area">The id of the area.</param>
    /// <param name="index">The case.</param>
    /// <returns>The seed.</returns>
    public static ulong Of(ulong seed, string area, long index)
    {
        var mixed = Scramble(seed);
        foreach (var letter in area) mixed = Scramble(mixed ^ letter);
        return Scramble(mixed ^ (ulong)index);
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value += 0x9e3779b97f4a7c15;
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
            value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
            return value ^ (value >> 31);
        }
    }
}
