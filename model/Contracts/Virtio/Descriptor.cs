namespace IoSpec.Contracts.Virtio;

/// <summary>One descriptor as the driver writes it into a table, right or wrong.</summary>
/// <param name="At">The address that is put in front of the device.</param>
/// <param name="Length">How many bytes, at most 2^32 - 1.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Next">The place of the next descriptor, from 0 to 65535; its id in a packed queue.</param>
public readonly record struct Descriptor(Iova At, ByteCount Length, DescriptorFlags Flags, int Next);
