namespace IoSpec.Contracts;

/// <summary>A value that only the target can choose, as it was returned by an earlier step.</summary>
/// <param name="Step">The index of the step, from 0.</param>
public readonly record struct Held(int Step);
