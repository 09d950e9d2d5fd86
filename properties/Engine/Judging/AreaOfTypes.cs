using FsCheck;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>One area as its author sees it: typed. The only inheritance of the design.</summary>
/// <typeparam name="TConfiguration">The closed union of configurations.</typeparam>
/// <typeparam name="TState">What is known of an implementation: the belief.</typeparam>
/// <typeparam name="TOperation">The closed union of operations.</typeparam>
public abstract class Area<TConfiguration, TState, TOperation> : Area
    where TConfiguration : Configuration
    where TState : class
    where TOperation : Operation
{
    /// <summary>The closed union of observations.</summary>
    protected abstract Type Observations { get; }

    /// <inheritdoc/>
    public sealed override AreaTypes Types => new(typeof(TConfiguration), typeof(TOperation), Observations);

    /// <summary>The configurations for a target.</summary>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <returns>The generator.</returns>
    protected abstract Gen<TConfiguration> Configurations(Capabilities? capabilities);

    /// <summary>The state at the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The state.</returns>
    protected abstract TState Start(TConfiguration configuration);

    /// <summary>Draws an operation that makes sense, legal or not.</summary>
    /// <param name="plan">The state that the plan has reached.</param>
    /// <param name="choices">The random choices.</param>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <returns>The operation.</returns>
    protected abstract TOperation Draw(TState plan, ref Choices choices, Capabilities? capabilities);

    /// <summary>Whether an operation makes sense in a state; one that does not is skipped.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>True if it does.</returns>
    protected abstract bool Applies(TState state, TOperation operation);

    /// <summary>What an implementation that conforms answers; changes nothing.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    protected abstract Observation Answer(TState state, TOperation operation);

    /// <summary>Judges a step; the only writer of the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    protected abstract After Judge(TState state, TOperation operation, Observation seen, ref Verdicts verdicts);

    /// <summary>The rules over several steps, fresh for a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The invariants.</returns>
    protected virtual Invariant[] Invariants(TConfiguration configuration) => [];

    /// <summary>
    /// Shorter ways that may show what a sequence shows, where dropping operations and lowering their fields does not
    /// lead: two operations in one, what the configuration may begin with. Each is run before it is believed.
    /// </summary>
    /// <param name="configuration">What holds for the sequence.</param>
    /// <param name="operations">The sequence.</param>
    /// <returns>The ways, the shortest first.</returns>
    protected virtual IEnumerable<Shortcut> Shortcuts(
        TConfiguration configuration, IReadOnlyList<Operation> operations) => [];

    /// <inheritdoc/>
    public sealed override bool IsOfferedBy(ITarget target) => target is ITarget<TConfiguration, TOperation>;

    /// <inheritdoc/>
    public sealed override Player Play(ITarget target) =>
        new PlayerOf<TConfiguration, TOperation>((ITarget<TConfiguration, TOperation>)target, Observations);

    internal sealed override Configuration Configure(ulong seed, int size, Capabilities? capabilities)
    {
        var rnd = new Rnd(seed, Mix.Of(seed, Id, size) | 1);
        return Configurations(capabilities).SampleOne(rnd, size);
    }

    internal sealed override object StartState(Configuration configuration) => Start((TConfiguration)configuration);

    internal sealed override Invariant[] StartInvariants(Configuration configuration) =>
        Invariants((TConfiguration)configuration);

    internal sealed override Operation DrawOperation(object state, ref Choices choices, Capabilities? capabilities) =>
        Draw((TState)state, ref choices, capabilities);

    internal sealed override bool AppliesTo(object state, Operation operation) =>
        Applies((TState)state, (TOperation)operation);

    internal sealed override Observation AnswerTo(object state, Operation operation) =>
        Answer((TState)state, (TOperation)operation);

    internal sealed override IEnumerable<Shortcut> ShortcutsOf(
        Configuration configuration, IReadOnlyList<Operation> operations) =>
        Shortcuts((TConfiguration)configuration, operations);

    internal sealed override After JudgeStep(
        object state, Operation operation, Observation seen, ref Verdicts verdicts) =>
        Judge((TState)state, (TOperation)operation, seen, ref verdicts);
}
