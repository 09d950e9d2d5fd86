using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Where the interrupts of a vector arrive.</summary>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="Line">Where; null for nowhere.</param>
public readonly record struct VectorState(bool IsKnown, InterruptLine? Line);
