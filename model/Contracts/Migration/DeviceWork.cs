namespace IoSpec.Contracts.Migration;

/// <summary>What a device does outside itself while it works.</summary>
[Flags]
public enum DeviceWork
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It writes memory.</summary>
    Memory = 1,

    /// <summary>It writes a peer: another device.</summary>
    Peer = 2,

    /// <summary>It raises interrupts.</summary>
    Interrupts = 4,
}
