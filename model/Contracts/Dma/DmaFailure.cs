namespace IoSpec.Contracts.Dma;

/// <summary>Why a map failed.</summary>
public enum DmaFailure
{
    /// <summary>There is no address for so many pages.</summary>
    NoAddress,

    /// <summary>There is no memory for tables, or the hypervisor has none for its copies.</summary>
    NoMemory,

    /// <summary>A refresh failed for another reason.</summary>
    Broken,
}
