namespace IoSpec.Reference.Dma;

/// <summary>What is done when a copy of the tables is full.</summary>
public enum FullCure
{
    /// <summary>Everything of the device is refreshed, which also brings what was to be mapped.</summary>
    RefreshEverything,

    /// <summary>Everything of the device is refreshed, then once more what was to be mapped.</summary>
    RefreshAndRepeat,

    /// <summary>The flush queue is flushed, for all devices, then what was to be mapped is refreshed.</summary>
    FlushQueue,
}
