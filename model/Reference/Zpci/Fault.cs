using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Why an instruction is rejected, and how it then ends.</summary>
/// <param name="Requirement">The rule.</param>
/// <param name="Check">The program interruption.</param>
/// <param name="Condition">The condition code.</param>
/// <param name="Status">The status code.</param>
/// <param name="AnyEnd">Whether any other rejection will do.</param>
/// <param name="AnyStatus">Whether any other status code will do.</param>
public readonly record struct Fault(
    Requirement Requirement, ProgramCheck Check, int Condition, int Status, bool AnyEnd = false,
    bool AnyStatus = false)
{
    /// <summary>Whether an instruction ended so.</summary>
    /// <param name="seen">How it ended.</param>
    /// <returns>True if it did.</returns>
    public bool Fits(ZpciObservation.Ended seen) => AnyEnd
        ? seen.Check != ProgramCheck.None || seen.Condition is > 0 and <= 3
        : (seen.Check, seen.Condition) == (Check, Condition) && (AnyStatus || seen.Status == Status);
}
