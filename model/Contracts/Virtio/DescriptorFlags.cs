namespace IoSpec.Contracts.Virtio;

/// <summary>The flags of a descriptor, with their values in memory.</summary>
[Flags]
public enum DescriptorFlags
{
    /// <summary>The last descriptor of a chain, for the device to read.</summary>
    None = 0,

    /// <summary>The chain goes on.</summary>
    Next = 1,

    /// <summary>For the device to write.</summary>
    Write = 2,

    /// <summary>It refers to a table of descriptors.</summary>
    Indirect = 4,
}
