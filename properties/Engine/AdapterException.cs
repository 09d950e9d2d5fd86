namespace IoSpec.Engine;

/// <summary>
/// Thrown when an adapter leaves out what its target reports to have: what was not judged would look as if it did not
/// exist. Verdict ERROR, exit code 4.
/// </summary>
/// <param name="message">What is left out, in one line.</param>
public sealed class AdapterException(string message) : Exception(message);
