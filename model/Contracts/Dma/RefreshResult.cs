namespace IoSpec.Contracts.Dma;

/// <summary>What a hypervisor answers to a refresh.</summary>
public enum RefreshResult
{
    /// <summary>The device's copy is what the tables are.</summary>
    Done,

    /// <summary>Everything was removed that had to be; not all pages could be added.</summary>
    Full,

    /// <summary>Nothing was done.</summary>
    Error,
}
