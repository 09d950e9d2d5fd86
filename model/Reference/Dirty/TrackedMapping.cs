using IoSpec.Contracts;

namespace IoSpec.Reference.Dirty;

/// <summary>Pages that are mapped.</summary>
/// <param name="Range">The addresses.</param>
/// <param name="WhileLogging">Whether they were mapped while the log ran.</param>
public readonly record struct TrackedMapping(IovaRange Range, bool WhileLogging);
