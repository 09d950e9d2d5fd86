using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A rule over several steps or areas: a fold that looks at what is done and seen, from outside.</summary>
public abstract class Invariant
{
    /// <summary>Takes the next step.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="verdicts">Takes evidence and violations.</param>
    public abstract void Step(Operation operation, Observation seen, ref Verdicts verdicts);
}
