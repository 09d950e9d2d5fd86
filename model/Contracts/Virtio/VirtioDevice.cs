namespace IoSpec.Contracts.Virtio;

/// <summary>What kind of device it is, as far as its queue shows it.</summary>
public enum VirtioDevice
{
    /// <summary>It fills every buffer that it may write; readable buffers mean nothing to it.</summary>
    Source,

    /// <summary>
    /// A disk: a chain begins with 16 readable bytes that ask for something and ends with a writable byte for the
    /// status. Memory that is zero asks to read from the first sector.
    /// </summary>
    Disk,
}
