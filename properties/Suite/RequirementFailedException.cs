namespace IoSpec.Suite;

/// <summary>Thrown by the test of a requirement that does not hold or was not put to the test.</summary>
/// <param name="message">The verdict and what it rests on.</param>
public sealed class RequirementFailedException(string message) : Exception(message);
