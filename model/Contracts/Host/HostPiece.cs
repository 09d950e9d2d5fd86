namespace IoSpec.Contracts.Host;

/// <summary>A part of an access that does not cross a page.</summary>
/// <param name="Offset">Where in the access it begins.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="At">The address of the host's memory or BAR that it reached; null if it was blocked.</param>
public readonly record struct HostPiece(ByteCount Offset, ByteCount Length, Hpa? At);
