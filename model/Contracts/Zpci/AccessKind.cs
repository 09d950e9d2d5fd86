namespace IoSpec.Contracts.Zpci;

/// <summary>By which instruction a device is reached.</summary>
public enum AccessKind
{
    /// <summary>PCILG, by function handle.</summary>
    Load,

    /// <summary>PCISTG, by function handle.</summary>
    Store,

    /// <summary>PCISTB, by function handle.</summary>
    BlockStore,

    /// <summary>PCILG, by mapped address.</summary>
    MioLoad,

    /// <summary>PCISTG, by mapped address.</summary>
    MioStore,

    /// <summary>PCISTB, by mapped address.</summary>
    MioBlockStore,
}
