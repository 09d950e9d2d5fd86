using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The answering reference of the area <c>pasid</c>: a platform that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="PasidRules.Standard"/> unless it is to be faulty.</param>
public sealed class PasidReference(PasidRules rules) : ITarget<PasidConfiguration, PasidOperation>
{
    private PlatformState? _state;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(PasidConfiguration configuration) => _state = new PlatformState(configuration, rules);

    /// <inheritdoc/>
    public Observation Apply(PasidOperation operation)
    {
        var state = _state ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = PlatformAnswer.To(state, operation);
        PlatformSteps.Do(state, operation, answer);
        return answer;
    }
}
