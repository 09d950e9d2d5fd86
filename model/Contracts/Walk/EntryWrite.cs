namespace IoSpec.Contracts.Walk;

/// <summary>One store of eight bytes to guest memory, at once.</summary>
/// <param name="At">The address, 8-byte aligned.</param>
/// <param name="Value">What is stored.</param>
public readonly record struct EntryWrite(Gpa At, Word Value);
