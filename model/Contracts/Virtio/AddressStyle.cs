namespace IoSpec.Contracts.Virtio;

/// <summary>Which addresses a driver hands out, whatever the platform wants.</summary>
public enum AddressStyle
{
    /// <summary>Those of memory: guest physical addresses.</summary>
    Physical,

    /// <summary>Those of the bus.</summary>
    Bus,

    /// <summary>Those of memory for the rings, those of the bus for the buffers.</summary>
    Mixed,
}
