namespace IoSpec.Contracts;

/// <summary>What became of the bytes of one access in one page.</summary>
/// <param name="Offset">The offset of its first byte in the access.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Outcome">What became of them.</param>
/// <param name="At">Where they landed or came from; zero if nothing was reached or seen.</param>
public readonly record struct Piece(ByteCount Offset, ByteCount Length, PieceOutcome Outcome, Gpa At);
