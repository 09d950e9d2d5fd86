using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>The answering reference of the area <c>dma</c>: a layer that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="DmaRules.Standard"/> unless it is to be faulty.</param>
public sealed class DmaReference(DmaRules rules) : ITarget<DmaConfiguration, DmaOperation>
{
    private DmaLayer? _layer;
    private int _step;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(DmaConfiguration configuration)
    {
        _layer = new DmaLayer(configuration, rules);
        _step = 0;
    }

    /// <inheritdoc/>
    public Observation Apply(DmaOperation operation)
    {
        var layer = _layer ?? throw new InvalidOperationException("The reference was not reset.");
        return DmaSteps.Do(layer, operation, _step++);
    }
}
