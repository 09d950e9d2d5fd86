using IoSpec.Contracts;

namespace IoSpec.Tests.Host;

/// <summary>A part of a host that answers some operations as it is told, and does the others.</summary>
/// <param name="part">What does them.</param>
/// <param name="answers">The answers; null for what is to be done.</param>
internal sealed class Odd<TConfiguration, TOperation>(
    ITarget<TConfiguration, TOperation> part, Func<TOperation, Observation?> answers)
    : ITarget<TConfiguration, TOperation>
    where TConfiguration : Configuration
    where TOperation : Operation
{
    public TargetIdentity Identity => part.Identity;

    public void Reset(TConfiguration configuration) => part.Reset(configuration);

    public Observation Apply(TOperation operation) => answers(operation) ?? part.Apply(operation);
}
