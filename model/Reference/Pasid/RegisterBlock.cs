using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The registers of one extended capability in hardware, bit by bit.</summary>
public sealed class RegisterBlock
{
    private readonly uint[] _values;

    /// <summary>The registers at their start.</summary>
    /// <param name="node">The capability.</param>
    /// <param name="isPhysical">Whether the function is the physical one.</param>
    public RegisterBlock(CapabilityNode node, bool isPhysical)
    {
        (Node, IsPhysical) = (node, isPhysical);
        _values = new uint[node.Length / 4];
        Reset();
    }

    /// <summary>The capability.</summary>
    public CapabilityNode Node { get; }

    /// <summary>Whether the function is the physical one.</summary>
    public bool IsPhysical { get; }

    /// <summary>The offset of its header.</summary>
    public int At => Node.At.Value;

    /// <summary>Whether nothing was written since the last reset.</summary>
    public bool IsAtStart { get; private set; } = true;

    /// <summary>Reads four bytes.</summary>
    /// <param name="index">Which, in fours behind the header: 1 for the first.</param>
    public uint Read(int index) => _values[index];

    /// <summary>Writes four bytes: what is writable takes the value, all else stays.</summary>
    /// <param name="index">Which.</param>
    /// <param name="value">The value.</param>
    /// <param name="bytes">The bits of the bytes that are written.</param>
    public void Write(int index, uint value, uint bytes)
    {
        IsAtStart = false;
        var taken = RegisterAttributes.Writable(this, index) & bytes;
        _values[index] = (_values[index] & ~taken) | (value & taken);
    }

    /// <summary>All registers are as at the start.</summary>
    public void Reset()
    {
        IsAtStart = true;
        for (var i = 1; i <= Node.Initial.Count; i++)
            _values[i] = (uint)Node.Initial[i - 1].Value & RegisterAttributes.Implemented(this, i);
    }
}
