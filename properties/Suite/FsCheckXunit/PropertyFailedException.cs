namespace FsCheck.Xunit;

/// <summary>Thrown by the test of a property that does not hold.</summary>
/// <param name="message">The values that it does not hold for, and how to try them again.</param>
/// <param name="inner">What the property threw; null if it answered false.</param>
public sealed class PropertyFailedException(string message, Exception? inner) : Exception(message, inner);
