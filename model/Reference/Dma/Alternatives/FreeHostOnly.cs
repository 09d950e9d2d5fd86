namespace IoSpec.Reference.Dma.Alternatives;

/// <summary>Everything is refreshed only so that the host frees what it holds; then the map is, again.</summary>
public sealed class FreeHostOnly : DmaRules
{
    /// <inheritdoc/>
    public override FullCure Cure => FullCure.RefreshAndRepeat;
}
