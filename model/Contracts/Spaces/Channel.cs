namespace IoSpec.Contracts;

/// <summary>Through what an address is seen.</summary>
public enum Channel
{
    /// <summary>Records of blocked accesses: registers, event queues.</summary>
    FaultRecord,

    /// <summary>Requests of a device for pages.</summary>
    PageRequest,

    /// <summary>Buffer addresses that a driver hands to a device.</summary>
    Descriptor,

    /// <summary>What a device hands back.</summary>
    UsedRing,

    /// <summary>Translations that a vhost back end is told of or asks for.</summary>
    IotlbMessage,

    /// <summary>The regions of memory that a vhost back end is told of.</summary>
    MemoryTable,

    /// <summary>Logs of written pages.</summary>
    DirtyLog,

    /// <summary>The state of a device while it moves.</summary>
    MigrationStream,

    /// <summary>Configuration space and base address registers.</summary>
    ConfigSpace,

    /// <summary>The interrupt messages of a device.</summary>
    InterruptMessage,

    /// <summary>Answers of a device to translation requests.</summary>
    TranslationAnswer,
}
