namespace IoSpec.Contracts.Virtio;

/// <summary>One chain that the device told as used.</summary>
/// <param name="Head">The place of the first descriptor of the chain; its id in a packed queue.</param>
/// <param name="Length">How many bytes the device says it wrote.</param>
/// <param name="IsMarked">Whether a packed queue says by a flag that something was written; else false.</param>
public readonly record struct UsedEntry(int Head, ByteCount Length, bool IsMarked);
