namespace IoSpec.Contracts;

/// <summary>The types that make up the scenarios of one area.</summary>
/// <param name="Configuration">Its configurations.</param>
/// <param name="Operation">Its operations.</param>
/// <param name="Observation">Its observations; those of every area are not named here.</param>
public sealed record AreaTypes(Type Configuration, Type Operation, Type Observation);
