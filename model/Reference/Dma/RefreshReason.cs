namespace IoSpec.Reference.Dma;

/// <summary>Why the layer asks for a refresh.</summary>
public enum RefreshReason
{
    /// <summary>Pages were mapped.</summary>
    Map,

    /// <summary>A device's copy was full.</summary>
    Retry,

    /// <summary>A map is undone.</summary>
    Undo,

    /// <summary>Pages were unmapped, under the strict policy.</summary>
    Unmap,

    /// <summary>Everything that waits is to be freed.</summary>
    Flush,
}
