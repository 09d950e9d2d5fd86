namespace IoSpec.Contracts.Virtio;

/// <summary>Bytes outside the used ring that the device changed, as long as they adjoin.</summary>
/// <param name="At">The first byte.</param>
/// <param name="Length">How many bytes, at least 1.</param>
/// <param name="IsData">Whether all of them are what the device has to give.</param>
public readonly record struct WrittenRun(Gpa At, ByteCount Length, bool IsData);
