using System.Numerics;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>In which state a device may be, and with it whether its session is still alive.</summary>
/// <param name="Bits">
/// Bit n for the state with number n and an ended session, bit 8 + n for the same with a live one.
/// </param>
public readonly record struct Belief(int Bits)
{
    private const int Alive = 8;

    /// <summary>Nothing is possible.</summary>
    public static Belief None => default;

    /// <summary>Everything is possible.</summary>
    public static Belief Anything => new(0xffff);

    /// <summary>Whether nothing is possible.</summary>
    public bool IsNone => Bits == 0;

    /// <summary>The possible states, as bits.</summary>
    public int States => (Bits | Bits >> Alive) & 0xff;

    /// <summary>Whether the state is known.</summary>
    public bool IsCertain => BitOperations.IsPow2(States);

    /// <summary>Whether the session may be alive.</summary>
    public bool MayBeAlive => Bits >> Alive != 0;

    /// <summary>One of the possible states; the state if it is known.</summary>
    public DeviceState State => (DeviceState)BitOperations.TrailingZeroCount(States);

    /// <summary>One state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isAlive">Whether the session is alive.</param>
    /// <returns>The belief.</returns>
    public static Belief Of(DeviceState state, bool isAlive) => new(1 << ((int)state + (isAlive ? Alive : 0)));

    /// <summary>This or the other.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Both.</returns>
    public Belief Or(Belief other) => new(Bits | other.Bits);

    /// <summary>Whether a state is possible.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it is.</returns>
    public bool Has(DeviceState state) => (States >> (int)state & 1) != 0;

    /// <summary>What is left when the state is known.</summary>
    /// <param name="state">The state.</param>
    /// <returns>What is left; nothing if it was impossible.</returns>
    public Belief Only(DeviceState state) => new(Bits & (1 << (int)state | 1 << ((int)state + Alive)));

    /// <summary>What is left when the session is known to be alive.</summary>
    /// <returns>What is left.</returns>
    public Belief OnlyAlive() => new(Bits & 0xff00);

    /// <summary>Takes one possibility out.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="isAlive">Whether its session is alive.</param>
    /// <returns>The others.</returns>
    public Belief Take(out DeviceState state, out bool isAlive)
    {
        var bit = BitOperations.TrailingZeroCount(Bits);
        (state, isAlive) = ((DeviceState)(bit % Alive), bit >= Alive);
        return new(Bits & (Bits - 1));
    }

    /// <summary>Whether all possible states have a property.</summary>
    /// <param name="property">The property.</param>
    /// <returns>True if they do.</returns>
    public bool All(Func<DeviceState, bool> property)
    {
        for (var rest = this; !rest.IsNone;)
        {
            rest = rest.Take(out var state, out _);
            if (!property(state)) return false;
        }

        return true;
    }
}
