using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What another area says of a failure, from what was done to the implementation below its driver.</summary>
/// <param name="Area">The id of that area.</param>
/// <param name="Violated">The ids of the requirements that it finds broken, sorted; none if it finds nothing wrong.</param>
/// <param name="Doubt">Why it cannot tell, in one line; empty if it can.</param>
/// <param name="Scenario">The record, as a scenario of that area.</param>
public sealed record SecondOpinion(string Area, ValueList<string> Violated, string Doubt, string Scenario)
{
    /// <summary>Whether it accuses the implementation too.</summary>
    public bool Agrees => Violated.Count > 0;

    /// <summary>The opinion in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        if (Agrees) return $"{Area} agrees: {string.Join(", ", Violated)}";
        return Doubt.Length > 0
            ? $"{Area} cannot tell: {Doubt}"
            : $"{Area} finds nothing wrong: what drives the target is at fault, not the target";
    }
}
