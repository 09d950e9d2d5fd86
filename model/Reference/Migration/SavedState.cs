using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The internal state at a moment.</summary>
/// <param name="Registers">The words; null where they are not known.</param>
/// <param name="Work">What the device does on its own; null if that is not known.</param>
public sealed record SavedState(Word?[] Registers, DeviceWork? Work);
