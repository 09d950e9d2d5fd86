using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What one walk leads to.</summary>
/// <param name="Output">The address that is reached, if it is.</param>
/// <param name="Fault">Why it is not, or null.</param>
public readonly record struct WalkResult(Gpa Output, WalkFault? Fault)
{
    /// <summary>Whether memory is reached.</summary>
    public bool Reaches => Fault is null;

    /// <summary>An address is reached.</summary>
    /// <param name="output">The address.</param>
    /// <returns>The result.</returns>
    public static WalkResult To(Gpa output) => new(output, null);

    /// <summary>The walk faults.</summary>
    /// <param name="fault">Why.</param>
    /// <returns>The result.</returns>
    public static WalkResult Of(WalkFault fault) => new(default, fault);
}
