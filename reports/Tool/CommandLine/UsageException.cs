using IoSpec.Contracts;

namespace IoSpec.Tool.CommandLine;

/// <summary>Thrown for a command line that cannot be meant; the message is one line for the user.</summary>
/// <param name="problem">What is wrong, and where.</param>
public sealed class UsageException(string problem) : Exception(OneLine.Of(problem));
