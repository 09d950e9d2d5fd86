namespace IoSpec.Contracts.Virtio;

/// <summary>One entry that the device put into the used ring.</summary>
/// <param name="Head">The place of the first descriptor of the chain.</param>
/// <param name="Length">How many bytes the device says it wrote.</param>
public readonly record struct UsedEntry(int Head, ByteCount Length);
