using System.Runtime.CompilerServices;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>The results that an access to one page may have: output addresses, and faults with their reasons.</summary>
public struct AllowedResults
{
    private Outputs _outputs;

    /// <summary>How many different output addresses are allowed.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a fault is allowed.</summary>
    public readonly bool MayFault => Reasons != 0;

    /// <summary>The reasons that a fault may have: bit n for the reason with value n.</summary>
    public int Reasons { get; private set; }

    /// <summary>Whether there are too many results to enumerate.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Whether a fault is the only result.</summary>
    public readonly bool MustFault => Count == 0 && !IsAmbiguous;

    /// <summary>Allows an output address.</summary>
    /// <param name="output">The address.</param>
    public void Add(Gpa output)
    {
        if (Contains(output)) return;
        if (Count == IommuBounds.Results) IsAmbiguous = true;
        else _outputs[Count++] = output;
    }

    /// <summary>Allows a fault.</summary>
    /// <param name="reason">Its reason.</param>
    public void Add(FaultReason reason) => Reasons |= 1 << (int)reason;

    /// <summary>Gives up on enumerating.</summary>
    public void GiveUp() => IsAmbiguous = true;

    /// <summary>Whether an output address is allowed.</summary>
    /// <param name="output">The address.</param>
    /// <returns>True if it is.</returns>
    public readonly bool Contains(Gpa output)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_outputs[i] == output) return true;
        }

        return false;
    }

    /// <summary>An allowed output address.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <returns>The address.</returns>
    public readonly Gpa this[int index] => _outputs[index];

    [InlineArray(IommuBounds.Results)]
    private struct Outputs
    {
        private Gpa _first;
    }
}
