namespace IoSpec.Contracts;

/// <summary>Thrown by a connector that cannot start its target at all: a missing program, a refused option.</summary>
/// <param name="reason">Why, in one line for the user.</param>
public sealed class TargetUnavailableException(string reason) : Exception(reason);
