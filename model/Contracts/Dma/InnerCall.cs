namespace IoSpec.Contracts.Dma;

/// <summary>What the layer calls, and what can fail there.</summary>
public enum InnerCall
{
    /// <summary>An entry is written, and there is no memory for its table.</summary>
    Table,

    /// <summary>A refresh that adds a page finds that the device's copy is full.</summary>
    RefreshFull,

    /// <summary>A refresh that adds a page fails for another reason, and does nothing.</summary>
    RefreshError,
}
