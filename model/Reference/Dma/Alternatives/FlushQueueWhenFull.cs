namespace IoSpec.Reference.Dma.Alternatives;

/// <summary>A copy that is full makes the flush queue be flushed, for all devices; then the map tries again.</summary>
public sealed class FlushQueueWhenFull : DmaRules
{
    /// <inheritdoc/>
    public override FullCure Cure => FullCure.FlushQueue;
}
