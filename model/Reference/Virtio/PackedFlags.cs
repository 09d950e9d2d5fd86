using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The flags of descriptors in a packed queue that tell whose they are.</summary>
/// <remarks>Source: virtio 1.2, 2.8.1 (driver and device ring wrap counters).</remarks>
internal static class PackedFlags
{
    private const ushort AvailableBit = 1 << 7;
    private const ushort UsedBit = 1 << 15;
    private const DescriptorFlags Own = DescriptorFlags.Next | DescriptorFlags.Write | DescriptorFlags.Indirect;

    /// <summary>The wrap counter at a place that is counted from the start on: 1 in the first round.</summary>
    public static bool WrapOf(int count, int size) => count / size % 2 == 0;

    /// <summary>The flags of a descriptor that is available.</summary>
    public static ushort Available(DescriptorFlags flags, bool wrap) =>
        (ushort)((ushort)flags | (wrap ? AvailableBit : UsedBit));

    /// <summary>The flags of a descriptor that is used.</summary>
    public static ushort Used(bool isMarked, bool wrap) =>
        (ushort)((isMarked ? (int)DescriptorFlags.Write : 0) | (wrap ? AvailableBit | UsedBit : 0));

    /// <summary>A descriptor whose flags and id are where a split queue has its next place and its flags.</summary>
    public static Descriptor Swapped(Descriptor descriptor) =>
        descriptor with { Flags = (DescriptorFlags)descriptor.Next, Next = (int)descriptor.Flags };

    /// <summary>What the two bits say.</summary>
    public static (bool Available, bool Used) Of(ushort flags) => ((flags & AvailableBit) != 0, (flags & UsedBit) != 0);

    /// <summary>The flags without the two bits.</summary>
    public static DescriptorFlags Plain(ushort flags) => (DescriptorFlags)flags & Own;
}
