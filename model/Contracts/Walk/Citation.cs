namespace IoSpec.Contracts.Walk;

/// <summary>Where a format says something.</summary>
/// <param name="Source">Specification and section, or file and function; several separated by semicolons.</param>
/// <param name="Basis">What the statement rests on.</param>
public readonly record struct Citation(string Source, Basis Basis);
