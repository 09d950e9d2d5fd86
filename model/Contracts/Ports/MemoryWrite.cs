namespace IoSpec.Contracts;

/// <summary>One write to memory.</summary>
/// <param name="Order">Its place among all writes, from 0.</param>
/// <param name="Writer">Who wrote.</param>
/// <param name="At">The first address.</param>
/// <param name="Width">How many bytes were written at once.</param>
public readonly record struct MemoryWrite(long Order, MemoryWriter Writer, Gpa At, ByteCount Width);
