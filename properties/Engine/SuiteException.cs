namespace IoSpec.Engine;

/// <summary>Thrown when the suite itself is wrong: verdict ERROR, exit code 4.</summary>
/// <param name="message">What is wrong.</param>
public sealed class SuiteException(string message) : Exception(message);
