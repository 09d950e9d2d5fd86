using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>The answering reference of the area <c>dma</c>: a layer that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="DmaRules.Standard"/> unless it is to be faulty.</param>
public sealed class DmaReference(DmaRules rules) : ITarget<DmaConfiguration, DmaOperation>
{
    private int _step;

    /// <summary>The layer in the middle of a case; null before the first.</summary>
    public DmaLayer? Layer { get; private set; }

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(DmaConfiguration configuration)
    {
        Layer = new DmaLayer(configuration, rules);
        _step = 0;
    }

    /// <inheritdoc/>
    public Observation Apply(DmaOperation operation)
    {
        var layer = Layer ?? throw new InvalidOperationException("The reference was not reset.");
        return DmaSteps.Do(layer, operation, _step++);
    }
}
