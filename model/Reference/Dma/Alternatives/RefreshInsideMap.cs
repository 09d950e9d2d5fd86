namespace IoSpec.Reference.Dma.Alternatives;

/// <summary>Every segment is refreshed when its entries are made, so that the map itself can fail.</summary>
public sealed class RefreshInsideMap : DmaRules
{
    /// <inheritdoc/>
    public override bool RefreshesEachSegment => true;
}
