using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The answering reference of the area <c>zpci</c>.</summary>
/// <param name="rules">The decisions; <see cref="ZpciRules.Standard"/> unless it is to be faulty.</param>
public sealed class ZpciReference(ZpciRules rules) : ITarget<ZpciConfiguration, ZpciOperation>
{
    private ZpciState? _state;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(ZpciConfiguration configuration) => _state = new ZpciState(configuration);

    /// <inheritdoc/>
    public Observation Apply(ZpciOperation operation)
    {
        var state = _state ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = ZpciAnswer.To(state, rules, operation);
        ZpciSteps.Do(state, operation, answer);
        if (operation is ZpciOperation.Signal signal
            && rules.Target(state.Interrupts, state.FormerInterrupts) is { } place)
            rules.Touch(state.Bits, rules.VectorBit(place, signal.Vector));
        return answer;
    }
}
