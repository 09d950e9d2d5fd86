namespace IoSpec.Contracts;

/// <summary>An implementation under test.</summary>
public interface ITarget
{
    /// <summary>Name and version as the implementation reports them; the version may be empty.</summary>
    TargetIdentity Identity { get; }

    /// <summary>
    /// Whether it keeps the time of its steps by itself: some take long, none takes 5 s, and where what it stands for
    /// hangs it throws <see cref="TargetLostException"/> if it can see that.
    /// </summary>
    bool KeepsTime => false;
}

/// <summary>An implementation under test, as one area sees it.</summary>
/// <typeparam name="TConfiguration">The area's configurations.</typeparam>
/// <typeparam name="TOperation">The area's operations.</typeparam>
public interface ITarget<in TConfiguration, TOperation> : ITarget
    where TConfiguration : Configuration
    where TOperation : Operation
{
    /// <summary>What the target can do; null means everything that the area knows.</summary>
    Capabilities? Capabilities => null;

    /// <summary>Brings the target to the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    void Reset(TConfiguration configuration);

    /// <summary>Does one operation and says what was seen.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The area's observation, or <see cref="Unsupported"/>.</returns>
    Observation Apply(TOperation operation);

    /// <summary>
    /// How many operations it wants at once: more than 1 only where <see cref="ApplyAll"/> is faster than one by one.
    /// </summary>
    int MostAtOnce => 1;

    /// <summary>Does several operations in order; connectors override it to pipeline.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="seen">Takes one observation for each operation.</param>
    void ApplyAll(ReadOnlySpan<TOperation> operations, Span<Observation> seen)
    {
        for (var i = 0; i < operations.Length; i++) seen[i] = Apply(operations[i]);
    }
}
