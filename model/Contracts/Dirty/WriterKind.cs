namespace IoSpec.Contracts.Dirty;

/// <summary>How a tracker can know of what somebody writes.</summary>
public enum WriterKind
{
    /// <summary>The IOMMU marks it.</summary>
    Iommu,

    /// <summary>The device keeps a log itself.</summary>
    OwnLog,

    /// <summary>The tracker does it for a device that is emulated.</summary>
    Emulated,

    /// <summary>Nobody marks it: all that the device can reach counts as written, or all that it has pinned.</summary>
    Unseen,

    /// <summary>A processor, with a log of its own.</summary>
    Processor,
}
