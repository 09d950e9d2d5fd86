namespace IoSpec.Contracts.Walk;

/// <summary>What some units and some harnesses can do.</summary>
[Flags]
public enum WalkFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Requests with a PASID.</summary>
    Pasid = 1,

    /// <summary>Privileged requests.</summary>
    Privilege = 2,

    /// <summary>Instruction fetches.</summary>
    Execute = 4,

    /// <summary>Translation requests and translated requests.</summary>
    Ats = 8,

    /// <summary>Marks of use and change that the unit sets in entries.</summary>
    AccessedDirty = 16,

    /// <summary>Fault records.</summary>
    FaultRecords = 32,

    /// <summary>Addresses where a table read is aborted.</summary>
    Aborts = 64,

    /// <summary>Requests of a kind that a configuration can refuse.</summary>
    Refusable = 128,

    /// <summary>Levels of tables that can have no leaf.</summary>
    LeaflessLevels = 256,

    /// <summary>Interrupt messages, whose delivery is seen.</summary>
    Messages = 512,

    /// <summary>Commands in buffers that are too small for them.</summary>
    TightBuffers = 1024,
}
