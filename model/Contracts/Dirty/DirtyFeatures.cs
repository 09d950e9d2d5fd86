namespace IoSpec.Contracts.Dirty;

/// <summary>What a tracker, or the harness around it, can do besides reporting.</summary>
[Flags]
public enum DirtyFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>A report can leave the log as it is.</summary>
    Peek = 1,

    /// <summary>An unmap can report the pages that it takes away.</summary>
    UnmapReports = 2,

    /// <summary>Pages can be pinned, and what writes through pins is not seen otherwise.</summary>
    Pins = 4,

    /// <summary>Devices come and go while the log runs.</summary>
    HotPlug = 8,

    /// <summary>Writes and reports can be begun and ended separately, so that they overlap.</summary>
    Overlap = 16,

    /// <summary>The machine can go on elsewhere, and what arrived is compared with what was sent.</summary>
    Moves = 32,
}
