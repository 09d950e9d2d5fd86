namespace IoSpec.Contracts.Pasids;

/// <summary>Four bytes outside every capability in which the device keeps a value of its own.</summary>
/// <param name="At">Where; a multiple of 4.</param>
/// <param name="Value">The value at the start, 32 bits.</param>
public sealed record HiddenRegister(ConfigOffset At, Word Value);
