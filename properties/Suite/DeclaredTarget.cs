using IoSpec.Contracts;

namespace IoSpec.Suite;

/// <summary>A target whose capabilities somebody else declares.</summary>
/// <typeparam name="TConfiguration">The area's configurations.</typeparam>
/// <typeparam name="TOperation">The area's operations.</typeparam>
/// <param name="inner">The target.</param>
/// <param name="capabilities">What it can do.</param>
internal sealed class DeclaredTarget<TConfiguration, TOperation>(
    ITarget<TConfiguration, TOperation> inner, Capabilities capabilities)
    : ITarget<TConfiguration, TOperation>, IDisposable
    where TConfiguration : Configuration
    where TOperation : Operation
{
    /// <inheritdoc/>
    public TargetIdentity Identity => inner.Identity;

    /// <inheritdoc/>
    public Capabilities? Capabilities => capabilities;

    /// <inheritdoc/>
    public bool KeepsTime => inner.KeepsTime;

    /// <inheritdoc/>
    public int MostAtOnce => inner.MostAtOnce;

    /// <inheritdoc/>
    public void Reset(TConfiguration configuration) => inner.Reset(configuration);

    /// <inheritdoc/>
    public Observation Apply(TOperation operation) => inner.Apply(operation);

    /// <inheritdoc/>
    public void ApplyAll(ReadOnlySpan<TOperation> operations, Span<Observation> seen) =>
        inner.ApplyAll(operations, seen);

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();
}
