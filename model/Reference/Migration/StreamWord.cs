using IoSpec.Contracts;

namespace IoSpec.Reference.Migration;

/// <summary>Eight bytes of the stream of a device of the first version.</summary>
/// <param name="Register">The word of internal state; one behind the last for what the device does.</param>
/// <param name="Value">Its value.</param>
public readonly record struct StreamWord(int Register, Word Value);
