using System.Numerics;

namespace IoSpec.Engine;

/// <summary>The random choices of one case, all of them from its seed.</summary>
public struct Choices
{
    private ulong _state;

    /// <summary>Starts at a seed.</summary>
    /// <param name="seed">The seed of the case.</param>
    /// <param name="size">How large things may be, 1 to 100.</param>
    public Choices(ulong seed, int size)
    {
        _state = seed;
        Size = size;
        Swarm = Next() | Next();
    }

    /// <summary>From here on the size of cases no longer grows.</summary>
    public const int LargestSize = 100;

    /// <summary>How large things may be, 1 to <see cref="LargestSize"/>.</summary>
    public int Size { get; }

    /// <summary>
    /// A set that is fixed for the case: three of four bits, by which kinds of operation are left out.
    /// </summary>
    public ulong Swarm { get; }

    /// <summary>64 random bits.</summary>
    /// <returns>The bits.</returns>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9e3779b97f4a7c15;
            var value = _state;
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
            value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
            return value ^ (value >> 31);
        }
    }

    /// <summary>A number below a bound.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    /// <returns>The number.</returns>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number below a bound.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    /// <returns>The number.</returns>
    public ulong Below(ulong bound) => Math.BigMul(Next(), bound, out _);

    /// <summary>True once in a number of times.</summary>
    /// <param name="times">How many times, at least 1.</param>
    /// <returns>Whether it is.</returns>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of several values.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="values">The values, at least one.</param>
    /// <returns>One of them.</returns>
    public T Of<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>An index, drawn by weight.</summary>
    /// <param name="weights">The weights; their sum is at least 1.</param>
    /// <returns>The index of one of them.</returns>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights) sum += weight;
        var left = Below(sum);
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }

        return weights.Length - 1;
    }

    /// <summary>A number with few bits as often as one with many; zero and the limits are frequent.</summary>
    /// <param name="bits">The most bits, 1 to 64.</param>
    /// <returns>The number.</returns>
    public ulong Bits(int bits)
    {
        var most = ulong.MaxValue >> (64 - bits);
        return Below(16) switch
        {
            0 => 0,
            1 => most,
            2 => 1ul << Below(bits),
            3 => (1ul << Below(bits)) - 1,
            _ => Next() & (ulong.MaxValue >> (64 - 1 - Below(bits))),
        };
    }

    /// <summary>The length of a sequence: 1 to a limit, with a mean when the limit is far.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="most">The limit.</param>
    /// <returns>The length.</returns>
    public int Length(int mean, int most)
    {
        var length = 1;
        while (length < most && !OneIn(mean)) length++;
        return length;
    }

    /// <summary>One member of a set of small numbers.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The index of one of its bits, or -1 if it is empty.</returns>
    public int BitOf(ulong set)
    {
        if (set == 0) return -1;
        var skip = Below(BitOperations.PopCount(set));
        for (; skip > 0; skip--) set &= set - 1;
        return BitOperations.TrailingZeroCount(set);
    }
}
