using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>One area as engine, codec, shrinker and report see it: untyped.</summary>
public abstract class Area
{
    // Only the typed area below may derive: it is the one border at which values are cast.
    private protected Area()
    {
    }

    /// <summary>The id, such as <c>iommu</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What is demanded.</summary>
    public abstract RequirementTable Requirements { get; }

    /// <summary>What is to be covered.</summary>
    public abstract CoverTable Coverpoints { get; }

    /// <summary>What brings the coverpoints about, for whom one is missing.</summary>
    public virtual IReadOnlyList<Knob> Knobs => [];

    /// <summary>
    /// How many times the usual number of cases an area needs for the same evidence: once for every kind of
    /// implementation that it has requirements of its own for.
    /// </summary>
    public virtual int Breadth => 1;

    /// <summary>The requirement that a target answers and stays alive.</summary>
    public abstract Requirement Liveness { get; }

    /// <summary>The closed unions of the area.</summary>
    public abstract AreaTypes Types { get; }

    /// <summary>The area's record of capabilities; null if every target of it can do everything.</summary>
    public virtual Type? CapabilitiesType => null;

    /// <summary>The operation that brings everything to the start inside a sequence; null if there is none.</summary>
    public virtual Operation? ResetOperation => null;

    /// <summary>Whether a target offers the area.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True if it does.</returns>
    public abstract bool IsOfferedBy(ITarget target);

    /// <summary>Whether a target is what it is: a configuration for it stays as it was drawn.</summary>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <returns>False if a simpler configuration is one for it too.</returns>
    public virtual bool FixesConfiguration(Capabilities? capabilities) => capabilities is not null;

    /// <summary>What makes a configuration from a file impossible; null if nothing does.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The problem in one line, or null.</returns>
    public virtual string? ProblemOf(Configuration configuration) => null;

    /// <summary>Whether a target can have a configuration; null if the few that are drawn for it say so.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="capabilities">What the target says it can do.</param>
    /// <returns>True if it can.</returns>
    public virtual bool? CanHave(Configuration configuration, Capabilities capabilities) => null;

    /// <summary>Why a requirement does not apply to a target; null if it does.</summary>
    /// <param name="requirement">The requirement, one of the area's.</param>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <returns>The reason, or null.</returns>
    public virtual NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) => null;

    /// <summary>What a target reports to have and its adapter leaves out of what it says; null if nothing.</summary>
    /// <param name="capabilities">What the adapter says.</param>
    /// <returns>The place where the target reports it, and what is left out, in one line; or null.</returns>
    public virtual string? Omits(Capabilities capabilities) => null;

    /// <summary>The kinds of calls inside of operations that can be made to fail; none if none can.</summary>
    public virtual IReadOnlyList<FailingCall> FailingCalls => [];

    /// <summary>Cases that may show the same as a failing one with less, the ones with the least first.</summary>
    /// <param name="configuration">The configuration of the failing case.</param>
    /// <param name="operations">Its operations.</param>
    /// <returns>What makes each of them out of it; none where changes at one place are enough.</returns>
    public virtual IEnumerable<Reduction> Reductions(
        Configuration configuration, IReadOnlyList<Operation> operations) => [];

    /// <summary>Implementations to compare with each other, each of them new; none unless an area has some.</summary>
    /// <returns>The alternatives.</returns>
    public virtual IReadOnlyList<Alternative> Alternatives() => [];

    /// <summary>The target in the shape that the engine plays.</summary>
    /// <param name="target">A target that offers the area.</param>
    /// <returns>The player.</returns>
    public abstract Player Play(ITarget target);

    /// <summary>The configuration with a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="size">How large it may be, 1 to 100.</param>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <returns>The configuration.</returns>
    internal abstract Configuration Configure(ulong seed, int size, Capabilities? capabilities);

    /// <summary>The state at the start of a case.</summary>
    internal abstract object StartState(Configuration configuration);

    /// <summary>The invariants of the area, at the start of a case.</summary>
    internal abstract Invariant[] StartInvariants(Configuration configuration);

    /// <summary>Draws an operation.</summary>
    internal abstract Operation DrawOperation(object state, ref Choices choices, Capabilities? capabilities);

    /// <summary>Whether an operation makes sense in a state.</summary>
    internal abstract bool AppliesTo(object state, Operation operation);

    /// <summary>What an implementation that conforms answers; changes nothing.</summary>
    internal abstract Observation AnswerTo(object state, Operation operation);

    /// <summary>Judges a step and changes the state.</summary>
    internal abstract After JudgeStep(object state, Operation operation, Observation seen, ref Verdicts verdicts);
}
