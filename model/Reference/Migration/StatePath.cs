using System.Runtime.CompilerServices;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The states that a change passes, the first and the last one included.</summary>
public struct StatePath
{
    private const int Most = 8;
    private States _states;

    /// <summary>The path that stays where it is.</summary>
    /// <param name="state">The state.</param>
    public StatePath(DeviceState state) => Add(state);

    /// <summary>How many states it passes; none if there is no path.</summary>
    public int Count { get; private set; }

    /// <summary>How many steps it has.</summary>
    public readonly int Steps => Count - 1;

    /// <summary>Whether there is no way.</summary>
    public readonly bool IsNone => Count == 0;

    /// <summary>A state on the path.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <returns>The state.</returns>
    public readonly DeviceState this[int index] => _states[index];

    /// <summary>Goes one step further.</summary>
    /// <param name="state">The next state.</param>
    public void Add(DeviceState state) => _states[Count++] = state;

    /// <summary>The last step of the path, if it has one.</summary>
    /// <returns>From where it leads to the last state.</returns>
    public readonly DeviceState BeforeLast() => _states[Count - 2];

    [InlineArray(Most)]
    private struct States
    {
        private DeviceState _first;
    }
}
