using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// Thrown when a journal cannot be written, or is none of the run that is to go on; the message is one line.
/// </summary>
/// <param name="problem">What is wrong, and where.</param>
public sealed class JournalException(string problem) : Exception(OneLine.Of(problem));
