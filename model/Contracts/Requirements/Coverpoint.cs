namespace IoSpec.Contracts;

/// <summary>A situation that the generator is expected to bring about.</summary>
/// <param name="id">The name, such as <c>dma/read/blocked</c>.</param>
public sealed class Coverpoint(string id)
{
    /// <summary>The name.</summary>
    public string Id { get; } = id;

    /// <summary>The place in the area's table, from 0.</summary>
    public int Index { get; private set; } = -1;

    internal void Enter(int index) => Index = index;
}
