namespace IoSpec.Contracts.Migration;

/// <summary>Who accesses a device.</summary>
public enum Toucher
{
    /// <summary>The user: a processor of the guest.</summary>
    User,

    /// <summary>A peer: another device, by DMA.</summary>
    Peer,
}
