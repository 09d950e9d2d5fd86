namespace IoSpec.Reference.Dma.Alternatives;

/// <summary>What was unmapped is free as soon as everything was refreshed: when addresses or copies run out.</summary>
/// <remarks>Source: Linux before 6.7, arch/s390/pci/pci_dma.c, dma_alloc_address and __dma_update_trans.</remarks>
public sealed class EarlyFreeAll : DmaRules
{
    /// <inheritdoc/>
    public override bool FreesWhenExhausted => true;

    /// <inheritdoc/>
    public override bool RetryFrees => true;

    /// <inheritdoc/>
    public override bool FlushesWhenFull => false;

    /// <inheritdoc/>
    public override bool SetsTimer(bool isSet) => false;
}
